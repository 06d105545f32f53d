// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import org.harborline.platform.Permission;

/// A part of what is shown of a cut that a later module answers for, such as what it sent because of it.
///
/// @param name permanent, the last part of the address: `/reports/{newer}/links/{older}/panels/{name}`
/// @param titleKey message key of the heading
/// @param permission who sees it
public record CutPanel(String name, String titleKey, Permission permission) {}

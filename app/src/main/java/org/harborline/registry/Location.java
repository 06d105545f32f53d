// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import org.harborline.platform.Code;

/// Where a network address is said to be.
///
/// @param source which map said so, with its version, such as `sample-map.1`
public record Location(Place place, Code source) {}

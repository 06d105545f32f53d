// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.LocalDate;

/// That an address or value stands on a list of the operator's: why it is no more than context.
///
/// @param list its name
/// @param dated the date of the version that was used
public record Listing(ListedKind kind, String list, LocalDate dated) {}

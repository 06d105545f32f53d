// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.time.LocalDate;

/// Who last vouched for an entry, and when. An entry that was only entered or loaded is not confirmed.
///
/// @param confirmed somebody checked the entry with the organisation itself
/// @param by opaque id of the account that did it, or the name of the data file it came from
/// @param on the day of the check, or the date of the data file
public record Verification(boolean confirmed, String by, LocalDate on) {}

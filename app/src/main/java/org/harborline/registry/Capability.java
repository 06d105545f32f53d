// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

/// What an agency can do or read beyond the minimum; shown to whoever chooses a recipient.
public enum Capability {
    /// Somebody answers at any hour.
    ROUND_THE_CLOCK,
    /// Examines devices itself.
    FORENSICS,
    /// Works to identify children.
    VICTIM_IDENTIFICATION,
    /// Takes reports whose place is known only to the country, and passes them on.
    REDISTRIBUTES,
    /// Reads the machine-readable part of a package.
    MACHINE_PACKAGE
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.survivors;

import java.util.Optional;

/// A desk that stands by survivors and families. Where there is no such bean, nobody staffs it, and the public door
/// shows help from outside.
public interface SurvivorDesk {

    /// The desk, for readers of a language; empty while nobody staffs it.
    ///
    /// @param language tag of the reader's language
    Optional<Staffed> staffed(String language);

    /// A desk at which somebody is.
    ///
    /// @param hours when, as people read it
    /// @param path address on this server where it is asked
    record Staffed(String hours, String path) {}
}

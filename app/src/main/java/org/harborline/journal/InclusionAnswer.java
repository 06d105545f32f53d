// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal;

import java.time.Instant;

/// Whether the inclusion of an entry can be shown already.
public sealed interface InclusionAnswer {

    /// A signed root covers the entry.
    record Shown(Inclusion inclusion) implements InclusionAnswer {}

    /// The entry is recorded; the next root will cover it.
    ///
    /// @param from when that is to be expected
    record Later(Instant from) implements InclusionAnswer {}
}

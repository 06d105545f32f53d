// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.util.Set;

/// An agency proposed for a place, with the entry that proposes it.
///
/// @param coverage the entry that matched; its scope and confidence say how
/// @param cautions what to know before choosing it
/// @param mayReceive false when this installation must not send anything there: outside the sandbox, sample and
/// unconfirmed agencies receive nothing
public record Candidate(
        Agency agency, CoverageArea coverage, Confidence confidence, Set<Caution> cautions, boolean mayReceive) {

    public Candidate {
        cautions = Set.copyOf(cautions);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.util.List;
import java.util.Set;
import org.harborline.registry.AgencyId;
import org.harborline.registry.Caution;
import org.harborline.registry.Confidence;

/// An agency that could receive a report, and why.
///
/// @param step place in the fallback chain, 1 first; agencies with the same step are equally good and a person chooses
/// @param recommended chosen on the page unless a person changes it
/// @param mayReceive false when this installation must not send anything there
/// @param onOneAddress all that leads to it is one IP address
/// @param returned it returned this very report before; never recommended again by itself
public record Proposal(
        AgencyId agency,
        String name,
        Whose whose,
        Confidence confidence,
        int step,
        boolean recommended,
        boolean mayReceive,
        boolean onOneAddress,
        boolean returned,
        Set<Caution> cautions,
        List<Reason> reasons) {

    public Proposal {
        cautions = Set.copyOf(cautions);
        reasons = List.copyOf(reasons);
    }
}

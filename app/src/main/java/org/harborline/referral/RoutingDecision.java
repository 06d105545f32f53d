// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.util.List;
import java.util.Set;
import org.harborline.registry.AgencyId;

/// Where a report would go, with every reason. Never without a recipient as long as the registry names anybody for what
/// nobody covers.
///
/// @param proposals in the order of the fallback chain
/// @param context what was looked at and decided nothing, such as the address of a proxy
/// @param onOneAddress everything rests on one IP address; a second person checks address and time before it is
/// referred
/// @param loop every agency of the chain has returned the report; a person must choose by hand
/// @param choose several agencies are equally good, and none is recommended before a person has chosen
/// @param having agencies that have the report or are about to get it; it is not referred there again
public record RoutingDecision(
        List<Proposal> proposals,
        List<Reason> context,
        boolean onOneAddress,
        boolean loop,
        boolean choose,
        Set<AgencyId> having) {

    public RoutingDecision {
        proposals = List.copyOf(proposals);
        context = List.copyOf(context);
        having = Set.copyOf(having);
    }
}

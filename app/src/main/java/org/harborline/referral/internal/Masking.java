// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.ArrayList;
import org.harborline.referral.Proposal;
import org.harborline.referral.Reason;
import org.harborline.referral.RoutingDecision;

/// Hides the values that name a person or a line in an explanation, for people who only look.
final class Masking {

    private static final int SHOWN = 4;

    private Masking() {}

    static RoutingDecision masked(RoutingDecision decision) {
        return new RoutingDecision(
                decision.proposals().stream().map(Masking::masked).toList(),
                decision.context().stream().map(Masking::masked).toList(),
                decision.onOneAddress(),
                decision.loop(),
                decision.choose());
    }

    private static Proposal masked(Proposal proposal) {
        return new Proposal(
                proposal.agency(),
                proposal.name(),
                proposal.whose(),
                proposal.confidence(),
                proposal.step(),
                proposal.recommended(),
                proposal.mayReceive(),
                proposal.returned(),
                proposal.cautions(),
                proposal.reasons().stream().map(Masking::masked).toList());
    }

    private static Reason masked(Reason reason) {
        String code = reason.code().value();
        if (reason.arguments().isEmpty() || !(code.startsWith("address") || code.equals("phone-country"))) {
            return reason;
        }
        var arguments = new ArrayList<>(reason.arguments());
        String value = arguments.getFirst();
        arguments.set(0, value.substring(0, Math.min(SHOWN, value.length() / 2)) + "•••");
        return new Reason(reason.code(), arguments);
    }
}

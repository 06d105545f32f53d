// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.harborline.journal.ledgers.Ledger;
import org.harborline.triage.facts.ReportDesignated;
import org.springframework.stereotype.Component;

/// The law of designations, on the side of what came of them: a designated report is with an agency or on its way, is
/// listed as not yet referred, or needs no referral. Triage counts what was designated. One that is in none of these
/// states was lost between the two.
@Component
class ReferralLedger implements Ledger {

    private static final List<String> STATES = List.of("with-delivery", "not-yet-referred", "not-for-referral");

    private final UnreferredTable reports;

    ReferralLedger(UnreferredTable reports) {
        this.reports = reports;
    }

    @Override
    public String law() {
        return "designations";
    }

    @Override
    public List<Count> counts() {
        var counts = reports.counts();
        return STATES.stream()
                .map(state -> new Count(state, Side.RIGHT, counts.getOrDefault(state, 0L)))
                .toList();
    }

    @Override
    public Optional<Entrance> entrance() {
        return Optional.of(new Entrance("referral", ReportDesignated.class));
    }

    @Override
    public SortedSet<String> ids(String name, String after, int limit) {
        return reports.ids(name, after, limit);
    }
}

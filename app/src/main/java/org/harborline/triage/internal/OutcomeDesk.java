// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Journal;
import org.harborline.linking.LinkRemarks;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Transactions;
import org.harborline.triage.CaseOutcome;
import org.harborline.triage.CaseOutcomes;
import org.harborline.triage.facts.OutcomeRecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes up how cases ended and has it said beside the links of other reports.
@Component
class OutcomeDesk implements CaseOutcomes, LinkRemarks {

    private final StandingTable standings;
    private final Journal journal;
    private final Transactions transactions;

    OutcomeDesk(StandingTable standings, Journal journal, Transactions transactions) {
        this.standings = standings;
        this.journal = journal;
        this.transactions = transactions;
    }

    @Override
    public void record(Actor actor, ReportNumber report, @Nullable CaseOutcome outcome) {
        actor.require(Permission.PACKAGE_ANSWER);
        transactions.run(() -> journal.record(actor, new OutcomeRecorded(report, outcome)));
    }

    @Override
    public Map<ReportNumber, String> remarks(Actor actor, Collection<ReportNumber> reports) {
        actor.require(Permission.REPORT_READ);
        var remarks = new HashMap<ReportNumber, String>();
        standings.find(reports).forEach((report, standing) -> {
            if (standing.outcome != null) {
                remarks.put(report, "triage.case-outcome." + standing.outcome.code());
            }
        });
        return remarks;
    }
}

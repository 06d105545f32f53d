// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import org.harborline.intake.ReportState;
import org.harborline.journal.ledgers.Ledger;
import org.springframework.stereotype.Component;

/// Intake's side of the law that no filed report is lost: finished reports are what the other side must account for.
@Component
class ReportLedger implements Ledger {

    private final ReportTable reports;

    ReportLedger(ReportTable reports) {
        this.reports = reports;
    }

    @Override
    public String law() {
        return "reports";
    }

    @Override
    public List<Count> counts() {
        Map<ReportState, Long> counts = reports.counts();
        return Arrays.stream(ReportState.values())
                .map(state -> new Count(
                        name(state),
                        state == ReportState.FINISHED ? Side.LEFT : Side.BESIDE,
                        counts.getOrDefault(state, 0L)))
                .toList();
    }

    @Override
    public SortedSet<String> ids(String name, String after, int limit) {
        return reports.numbers(ReportState.valueOf(name.toUpperCase(Locale.ROOT)), after, limit);
    }

    private static String name(ReportState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}

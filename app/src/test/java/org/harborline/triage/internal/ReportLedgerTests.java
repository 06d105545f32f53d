// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.triage.DesignationReason;
import org.harborline.triage.Worklists;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TriageTest
class ReportLedgerTests {

    private static final Actor ANALYST = Stage.person("ledger-analyst");

    @Autowired
    Stage.Director director;

    @Autowired
    Worklists worklists;

    @Autowired
    ReportLedger ledger;

    @Autowired
    DesignationLedger designations;

    private Map<String, Long> counts() {
        var counts = new TreeMap<String, Long>();
        ledger.counts().forEach(count -> counts.put(count.name(), count.value()));
        return counts;
    }

    @Test
    void everyReportIsInOneStateAndNamedThere() {
        Map<String, Long> before = counts();
        ReportNumber waiting = director.file();
        ReportNumber leased = director.file();
        ReportNumber designated = director.file();
        worklists.take(ANALYST, leased);
        worklists.designate(ANALYST, designated, DesignationReason.PAST_INCIDENT);

        var expected = Map.of("waiting", waiting, "leased", leased, "designated", designated);

        Map<String, Long> after = counts();
        assertThat(after).containsOnlyKeys("waiting", "leased", "designated", "erased");
        expected.keySet().forEach(state -> {
            Long count = after.get(state);
            assertThat(count).isEqualTo(before.get(state) + 1);
            assertThat(ledger.ids(state, "", 10_000))
                    .contains(expected.get(state).toString())
                    .hasSize(count.intValue());
        });
        worklists.pause(ANALYST);
    }

    @Test
    void countsWhatWasDesignatedOnceHoweverOftenSomebodyDecides() {
        ReportNumber waiting = director.file();
        ReportNumber designated = director.file();
        long before = designations.counts().getFirst().value();

        worklists.designate(ANALYST, designated, DesignationReason.PAST_INCIDENT);
        worklists.designate(ANALYST, designated, DesignationReason.PAST_INCIDENT);

        assertThat(designations.counts().getFirst().value()).isEqualTo(before + 1);
        assertThat(designations.ids("decided", "", 10_000))
                .contains(designated.toString())
                .doesNotContain(waiting.toString());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.email;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Finding;
import org.harborline.linking.LinkingProblem;
import org.harborline.linking.RecordFinding;
import org.harborline.linking.WithdrawalReason;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A finding that is sent twice is recorded once, and seen at a time that can be.
class FindingOnceTests extends LinkingCase {

    private static final Actor OTHER =
            new Actor("analyst-8", ActorKind.STAFF, Set.of(Permission.FINDING_RECORD), null, null);

    @Test
    void recordsWhatIsSentTwiceOnceAndTellsItOnce() {
        var report = filed("once");
        UUID id = Ids.next();

        assertThat(links.record(ANALYST, finding(report, "once.found@town.example"), id))
                .isEqualTo(id);
        assertThat(links.record(ANALYST, finding(report, " once.found@town.example"), id))
                .isEqualTo(id);
        links.withdraw(ANALYST, report, id, WithdrawalReason.DUPLICATE);
        assertThat(links.record(ANALYST, finding(report, "once.found@town.example"), id))
                .isEqualTo(id);

        assertThat(findings(report)).extracting(Finding::id).containsExactly(id);
        assertThat(recorded(report)).isEqualTo(1);
    }

    @Test
    void recordsWhatIsSentTwiceAtOnceOnce() throws Exception {
        var report = filed("at-once");
        UUID id = Ids.next();
        Callable<UUID> send = () -> links.record(ANALYST, finding(report, "at-once.found@town.example"), id);

        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : senders.invokeAll(List.of(send, send, send, send))) {
                assertThat(sent.get()).isEqualTo(id);
            }
        }

        assertThat(findings(report)).hasSize(1);
        assertThat(recorded(report)).isEqualTo(1);
    }

    @Test
    void refusesAnIdThatWasUsedForSomethingElse() {
        var report = filed("taken");
        var other = filed("taken.other");
        UUID id = links.record(ANALYST, finding(report, "taken.found@town.example"), Ids.next());

        refused(ANALYST, finding(report, "taken.elsewhere@town.example"), id);
        refused(ANALYST, finding(other, "taken.found@town.example"), id);
        refused(OTHER, finding(report, "taken.found@town.example"), id);

        assertThat(findings(other)).isEmpty();
        assertThat(links.openFindings(ANALYST, List.of(report)).get(report))
                .singleElement()
                .satisfies(one -> assertThat(one.text().value()).isEqualTo("taken.found@town.example"));
        assertThat(recorded(report)).isEqualTo(1);
        assertThat(recorded(other)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-9999-01-01T00:00Z", "0026-03-02T10:14Z", "1969-12-31T23:59:59Z", "+300000-01-01T00:00Z"})
    void refusesATimeThatCannotBe(String time) {
        var good = finding(filed("time"), "time.found@town.example");
        var bad = new RecordFinding(
                good.report(),
                good.kind(),
                good.identifierKind(),
                null,
                false,
                good.role(),
                good.value(),
                good.source(),
                good.method(),
                OffsetDateTime.parse(time),
                null,
                good.confidence());

        assertProblem(LinkingProblem.FINDING_NOT_ACCEPTED, () -> links.record(ANALYST, bad));
    }

    private void refused(Actor actor, RecordFinding command, UUID id) {
        assertProblem(LinkingProblem.FINDING_RECORDED_BEFORE, () -> links.record(actor, command, id));
    }

    private ReportNumber filed(String name) {
        var report = reports.file(email(name + "@town.example"));
        settle();
        return report;
    }

    private List<Finding> findings(ReportNumber report) {
        return links.findingsOf(ANALYST, List.of(report)).getOrDefault(report, List.of());
    }

    private long recorded(ReportNumber report) {
        settle();
        return journal.of(SYSTEM, report.asRecord(), 0, 100).stream()
                .filter(entry -> entry.type().equals("linking.finding-recorded"))
                .count();
    }
}

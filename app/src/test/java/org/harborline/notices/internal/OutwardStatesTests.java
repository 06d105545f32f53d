// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.harborline.access.ActorAuthentication;
import org.harborline.intake.MovableClock;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.journal.Journal;
import org.harborline.notices.OutwardState;
import org.harborline.notices.OutwardStates;
import org.harborline.notices.facts.StateChanged;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Transactions;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.ReturnReason;
import org.harborline.referral.facts.PackageReturned;
import org.harborline.registry.AgencyId;
import org.harborline.registry.ProviderId;
import org.harborline.triage.facts.ReportTaken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@NoticesTest
class OutwardStatesTests {

    private static final Actor READER = Stage.staff(Permission.REPORT_READ);

    @Autowired
    Stage.Director director;

    @Autowired
    OutwardStates states;

    @Autowired
    StandingTable table;

    @Autowired
    Journal journal;

    @Autowired
    Transactions transactions;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvcTester mvc;

    private OutwardState state(Actor actor, ReportNumber report) {
        return states.of(actor, List.of(report)).get(report).state();
    }

    private List<String> told(ReportNumber report) {
        return journal.of(Stage.OUTSIDE, report.asRecord(), 0, 100).stream()
                .filter(entry -> entry.type().equals("notices.state-changed"))
                .map(Entry::body)
                .toList();
    }

    @Test
    void aReportGoesFromReceivedToReadToMadeAvailableAndNeverBack() {
        ProviderId company = director.company();
        Actor sender = Stage.of(company);
        ReportNumber report = director.file(company);
        assertThat(state(sender, report)).isEqualTo(OutwardState.RECEIVED);

        director.read(report);
        assertThat(state(sender, report)).isEqualTo(OutwardState.READ);

        director.deliver(report);
        assertThat(state(sender, report)).isEqualTo(OutwardState.MADE_AVAILABLE);

        director.happens(new PackageReturned(
                new DeliveryId(new java.util.UUID(0, 1)),
                report,
                new AgencyId(new java.util.UUID(0, 1)),
                ReturnReason.WRONG_PLACE));
        director.read(report);
        director.deliver(report);
        assertThat(state(sender, report)).isEqualTo(OutwardState.MADE_AVAILABLE);
        assertThat(told(report))
                .hasSize(2)
                .first()
                .asString()
                .contains("\"READ\"")
                .doesNotContain("agency");
        assertThat(told(report).getLast()).contains("\"MADE_AVAILABLE\"");
    }

    @Test
    void whatHappensInOneBatchIsToldAsIfOneByOne() {
        ProviderId company = director.company();
        ReportNumber report = director.file(company);
        transactions.run(() -> {
            journal.record(Stage.OUTSIDE, new ReportTaken(report, clock.instant()));
            journal.record(Stage.OUTSIDE, new ReportTaken(report, clock.instant()));
        });
        director.deliver(report);

        assertThat(told(report)).hasSize(2);
    }

    @Test
    void onlyItsOwnSenderAndWhoMayReadReportsLearnOfAReport() {
        ProviderId company = director.company();
        ReportNumber report = director.file(company);

        assertThat(states.of(READER, List.of(report))).containsKey(report);
        assertThat(states.of(Stage.of(company), List.of(report))).containsKey(report);
        assertThat(states.of(Stage.of(director.company()), List.of(report))).isEmpty();
        assertThat(states.of(Stage.staff(Permission.WORKLIST_USE), List.of(report)))
                .isEmpty();
        assertThat(states.of(READER, List.of(new ReportNumber(6_999_999)))).isEmpty();
    }

    @Test
    void whatWasToldStandsWhenTheTableIsBuiltAgainUnderAnotherSetting() {
        ReportNumber report = director.file(director.company());
        director.read(report);
        Entry cause = journal.of(Stage.OUTSIDE, report.asRecord(), 0, 100).stream()
                .filter(entry -> entry.type().equals("triage.report-taken"))
                .findFirst()
                .orElseThrow();
        Instant then = states.of(READER, List.of(report)).get(report).since();
        var daily = new Taken(new Release(Duration.ofDays(1)), recorded(then));
        Standing received = Standing.received(report, new java.util.UUID(0, 1), then.minusSeconds(60));

        var again = daily.up(
                java.util.Optional.of(received),
                new Follower.Followed(cause, new ReportTaken(report, clock.instant())));

        assertThat(again.orElseThrow().readAt()).isEqualTo(then);
        assertThat(table.find(List.of(report)).get(report).readAt()).isEqualTo(then);
    }

    private static Follower.Recorded recorded(Instant at) {
        return new Follower.Recorded() {
            @Override
            public <F extends Fact> List<F> of(Entry cause, Class<F> type) {
                return List.of(type.cast(
                        new StateChanged(new ReportNumber(1), new java.util.UUID(0, 1), OutwardState.READ, at)));
            }
        };
    }

    @Test
    void thePageOfAReportSaysWhatItsSenderIsTold() {
        ReportNumber report = director.file(director.company());
        director.read(report);

        assertThat(mvc.get()
                        .uri("/reports/" + report + "/panels/sender")
                        .header("HX-Request", "true")
                        .with(authentication(new ActorAuthentication(READER))))
                .hasStatusOk()
                .bodyText()
                .contains("What its sender is told", "Read", "Received")
                .doesNotContain("Made available", "<html");
    }
}

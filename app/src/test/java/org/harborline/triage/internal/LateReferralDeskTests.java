// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemException;
import org.harborline.platform.testing.Eventually;
import org.harborline.triage.NewRotaContact;
import org.junit.jupiter.api.Test;

/// Calls about reports that are late for referral. Invented reports were filed long ago unless a test
/// says otherwise.
class LateReferralDeskTests extends LateReferralCase {

    @Test
    void callsOnceAndAgainAfterTheTimeThatIsSet() {
        ReportNumber report = director.file();

        late.withNobody(REFERRAL, List.of(report));
        late.withNobody(REFERRAL, List.of(report));
        arrived(1);
        assertThat(post.to(address).getFirst())
                .isEqualTo(new Stage.PostRoom.Letter(
                        address,
                        "Harborline: a report was not referred in time",
                        "An urgent report was designated for referral, its clock has ended, and no agency has it."
                                + " This is call number 1.\n\n" + link(report)
                                + "\n\nSee to it that somebody refers it, and say so here: " + settings.publicUrl()
                                + "/worklist/late-referrals"));
        Eventually.holds(() -> assertThat(one(report).reached()).isTrue());

        clock.moveOn(AGAIN.minusMinutes(1));
        late.withNobody(REFERRAL, List.of(report));
        assertThat(one(report).rounds()).isEqualTo(1);
        clock.moveOn(Duration.ofMinutes(1));
        late.withNobody(REFERRAL, List.of(report));

        assertThat(one(report).rounds()).isEqualTo(2);
        director.settle();
        assertThat(director.facts(report, "triage.late-referral-paged"))
                .hasSize(2)
                .allSatisfy(fact ->
                        assertThat(fact.body()).contains("\"contacts\":[\"").doesNotContain("agency"));
    }

    @Test
    void manyAreOneMessageThatNamesTwentyAndCountsAll() {
        List<ReportNumber> many =
                IntStream.range(0, 23).mapToObj(_ -> director.file()).toList();

        late.withNobody(REFERRAL, many);
        arrived(1);

        var letter = post.to(address).getFirst();
        assertThat(letter.subject()).isEqualTo("Harborline: 23 reports were not referred in time");
        assertThat(letter.text()).contains("23 urgent reports", "and 3 more\n");
        assertThat(letter.text().lines().filter(line -> line.contains("/reports/")))
                .containsExactlyElementsOf(
                        many.stream().limit(20).map(this::link).toList());
    }

    @Test
    void oneThatComesRightAfterACallWaitsAMomentForTheNext() {
        ReportNumber first = director.file();
        ReportNumber second = director.file();
        late.withNobody(REFERRAL, List.of(first));
        arrived(1);

        late.withNobody(REFERRAL, List.of(first, second));
        assertThat(one(second).rounds()).isZero();
        clock.moveOn(SOON);
        late.withNobody(REFERRAL, List.of(first, second));

        assertThat(one(second).rounds()).isEqualTo(1);
        arrived(2);
        assertThat(post.to(address).getLast().text()).contains(link(first), link(second), "call number 2");
    }

    @Test
    void whatIsNewCallsNobodyFurtherUp() {
        String second = "second-" + address;
        worklists.addToRota(ADMINISTRATOR, new NewRotaContact(2, null, null, "Duty 2", second, null, "es"));
        ReportNumber early = director.file();
        late.withNobody(REFERRAL, List.of(early));
        arrived(1);
        clock.moveOn(SOON);

        late.withNobody(REFERRAL, List.of(early, director.file()));

        arrived(2);
        assertThat(post.to(second)).isEmpty();
    }

    @Test
    void callsAgainSoonWhenNobodyCouldBeReached() {
        emptyTheRota();
        ReportNumber report = director.file();
        late.withNobody(REFERRAL, List.of(report));
        worklists.addToRota(ADMINISTRATOR, new NewRotaContact(1, null, null, "Duty", address, null, "en"));
        clock.moveOn(SOON);

        late.withNobody(REFERRAL, List.of(report));

        arrived(1);
        assertThat(one(report).rounds()).isEqualTo(2);
    }

    @Test
    void callsNobodyBeforeTheClockHasEnded() {
        Invented report = director.invent();
        report.escalated = true;
        report.filedAt = clock.instant();
        director.file(report);

        late.withNobody(REFERRAL, List.of(report.number));
        assertThat(listed()).isEmpty();

        clock.moveOn(Duration.ofHours(1));
        late.withNobody(REFERRAL, List.of(report.number));
        assertThat(listed()).containsExactly(report.number);
    }

    @Test
    void callsNobodyAboutWhatSomebodySeesToAndGoesOnAboutTheRest() {
        ReportNumber seen = director.file();
        ReportNumber unseen = director.file();
        late.withNobody(REFERRAL, List.of(seen, unseen));
        arrived(1);
        assertThat(late.unacknowledged(OFFICER)).isEqualTo(2);

        late.acknowledge(OFFICER, List.of(seen));
        late.acknowledge(ADMINISTRATOR, List.of(seen));
        clock.moveOn(AGAIN);
        late.withNobody(REFERRAL, List.of(seen, unseen));
        arrived(2);

        assertThat(post.to(address).getLast().text()).contains(link(unseen)).doesNotContain(link(seen));
        assertThat(late.unacknowledged(OFFICER)).isEqualTo(1);
        assertThat(one(seen).acknowledgedBy()).isEqualTo("duty-9");
        assertThat(listed()).containsExactly(unseen, seen);
        director.settle();
        assertThat(director.facts(seen, "triage.late-referral-acknowledged")).hasSize(1);
    }

    @Test
    void callsAgainWhenWhoeverSawToItDidNotGetItReferred() {
        ReportNumber report = director.file();
        late.withNobody(REFERRAL, List.of(report));
        arrived(1);
        late.acknowledge(OFFICER, List.of(report));
        clock.moveOn(SEEN_TO.minusMinutes(1));
        late.withNobody(REFERRAL, List.of(report));
        assertThat(late.unacknowledged(OFFICER)).isZero();

        clock.moveOn(Duration.ofMinutes(2));
        late.withNobody(REFERRAL, List.of(report));

        arrived(2);
        assertThat(one(report).acknowledgedAt()).isNull();
        assertThat(one(report).rounds()).isEqualTo(2);
    }

    @Test
    void whatWasReferredIsForgottenAndBeginsAnewWhenItComesBack() {
        ReportNumber report = director.file();
        late.withNobody(REFERRAL, List.of(report));
        arrived(1);
        late.acknowledge(OFFICER, List.of(report));

        late.withNobody(REFERRAL, List.of());
        assertThat(listed()).isEmpty();
        late.withNobody(REFERRAL, List.of(report));

        arrived(2);
        assertThat(one(report).acknowledgedAt()).isNull();
    }

    @Test
    void aRepetitionGoesOneStepFurtherUp() {
        String second = "second-" + address;
        worklists.addToRota(ADMINISTRATOR, new NewRotaContact(2, null, null, "Duty 2", second, null, "es"));
        ReportNumber report = director.file();
        late.withNobody(REFERRAL, List.of(report));
        arrived(1);
        assertThat(post.to(second)).isEmpty();

        clock.moveOn(AGAIN);
        late.withNobody(REFERRAL, List.of(report));

        arrived(second, 1);
        assertThat(post.to(second).getFirst().text()).contains("Una notificación urgente", "aviso número 2");
    }

    @Test
    void whatIsSettledBeforeAMailLeavesIsNotInIt() {
        post.refuse(true);
        ReportNumber kept = director.file();
        ReportNumber settled = director.file();
        late.withNobody(REFERRAL, List.of(kept, settled));
        assertThat(one(kept).paged()).isEqualTo(1);
        Eventually.holds(() -> assertThat(waiting())
                .as("the mail that was refused")
                .anyMatch(delivery -> delivery.getConsecutiveFailures() > 0));
        late.withNobody(REFERRAL, List.of(kept));
        assertThat(one(kept).reached()).isFalse();

        post.refuse(false);
        arrived(1);
        assertThat(post.to(address).getFirst().text()).contains(link(kept)).doesNotContain(link(settled));
    }

    @Test
    void onlyThoseOnDutySeeToIt() {
        ReportNumber report = director.file();
        late.withNobody(REFERRAL, List.of(report));
        Actor stranger = Stage.person("stranger-9", Permission.WORKLIST_USE, Permission.PAGE_ACKNOWLEDGE);

        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> late.list(stranger));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> late.unacknowledged(stranger));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> late.acknowledge(stranger, List.of(report)));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> late.acknowledge(REFERRAL, List.of(report)));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> late.withNobody(OFFICER, List.of(report)));
        assertThat(late.unacknowledged(OFFICER)).isEqualTo(1);
    }
}

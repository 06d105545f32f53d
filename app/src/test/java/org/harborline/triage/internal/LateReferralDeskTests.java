// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.harborline.access.ActorAuthentication;
import org.harborline.access.Role;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Settings;
import org.harborline.platform.testing.Eventually;
import org.harborline.triage.LateReferral;
import org.harborline.triage.LateReferrals;
import org.harborline.triage.NewRotaContact;
import org.harborline.triage.Worklists;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Calls about reports that are late for referral. Invented reports were filed long ago unless a test
/// says otherwise.
@TriageTest
class LateReferralDeskTests {

    private static final Actor REFERRAL = Actor.system("tests");
    private static final Actor OFFICER =
            new Actor("duty-9", ActorKind.STAFF, EnumSet.copyOf(Role.DUTY_OFFICER.permissions()), null, null);
    private static final Actor ADMINISTRATOR = Stage.person("administrator-9");
    private static final Duration AGAIN = Duration.ofMinutes(30);
    private static final Duration SEEN_TO = Duration.ofHours(4);
    private static final Duration SOON = Duration.ofMinutes(5);

    @Autowired
    LateReferrals late;

    @Autowired
    Worklists worklists;

    @Autowired
    Stage.Director director;

    @Autowired
    Stage.MovableClock clock;

    @Autowired
    Stage.PostRoom post;

    @Autowired
    SchedulerClient scheduler;

    @Autowired
    Settings settings;

    @Autowired
    MockMvcTester mvc;

    private String address;

    /// What really is with nobody is told by a job, which knows nothing of these reports.
    @BeforeEach
    void tellNobodyElse() {
        var job = TaskInstanceId.of("referral.watch-unreferred", RecurringTask.INSTANCE);
        Eventually.holds(() -> assertThat(scheduler.getScheduledExecution(job).isEmpty() || isCancelled(job))
                .isTrue());
        late.withNobody(REFERRAL, List.of());
        emptyTheRota();
        address = "late-" + UUID.randomUUID() + "@agency.example";
        worklists.addToRota(ADMINISTRATOR, new NewRotaContact(1, null, null, "Duty", address, null, "en"));
    }

    private boolean isCancelled(TaskInstanceId job) {
        try {
            scheduler.cancel(job);
            return true;
        } catch (RuntimeException atWorkOrOver) {
            return false;
        }
    }

    @AfterEach
    void leaveNothing() {
        late.withNobody(REFERRAL, List.of());
        emptyTheRota();
        post.refuse(false);
        clock.comeBack();
    }

    private void emptyTheRota() {
        worklists.rota(ADMINISTRATOR).forEach(one -> worklists.removeFromRota(ADMINISTRATOR, one.id()));
    }

    private List<ReportNumber> listed() {
        return late.list(OFFICER).stream().map(LateReferral::report).toList();
    }

    private LateReferral one(ReportNumber report) {
        return late.list(OFFICER).stream()
                .filter(one -> one.report().equals(report))
                .findFirst()
                .orElseThrow();
    }

    private void arrived(int letters) {
        arrived(address, letters);
    }

    /// The job table runs on the machine's clock: what is due by the clock of a test, or after a failure, is brought
    /// forward. What is due at once is let be, because the scheduler is about to take it.
    private void arrived(String at, int letters) {
        Eventually.holds(() -> {
            Instant soon = InstantSource.system().instant().plusSeconds(2);
            waiting().stream()
                    .filter(delivery -> delivery.getExecutionTime().isAfter(soon))
                    .forEach(delivery -> assertThat(scheduler.reschedule(
                                    TaskInstanceId.of(
                                            DeliverLatePage.TASK,
                                            delivery.getTaskInstance().getId()),
                                    Instant.EPOCH))
                            .isTrue());
            assertThat(post.to(at)).hasSize(letters);
        });
    }

    private List<ScheduledExecution<Void>> waiting() {
        return scheduler.getScheduledExecutionsForTask(DeliverLatePage.TASK, Void.class);
    }

    private String link(ReportNumber report) {
        return settings.publicUrl() + "/reports/" + report;
    }

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

        clock.moveOn(AGAIN.minusSeconds(1));
        late.withNobody(REFERRAL, List.of(report));
        assertThat(one(report).rounds()).isEqualTo(1);
        clock.moveOn(Duration.ofSeconds(1));
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
        clock.moveOn(SEEN_TO.minusSeconds(1));
        late.withNobody(REFERRAL, List.of(report));
        assertThat(late.unacknowledged(OFFICER)).isZero();

        clock.moveOn(Duration.ofSeconds(2));
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

    private MvcTestResult ask(Actor actor, MockHttpServletRequestBuilder request) {
        return mvc.perform(request.with(authentication(new ActorAuthentication(actor))));
    }

    @Test
    void whoeverIsCalledFindsThePageFromTheMailAndSeesToItThere() {
        ReportNumber report = director.file();
        late.withNobody(REFERRAL, List.of(report));
        String page = "/worklist/late-referrals";
        assertThat(ask(OFFICER, get("/worklist")))
                .hasStatusOk()
                .bodyText()
                .contains("An urgent report was not referred in time and nobody sees to it.", page);
        assertThat(ask(OFFICER, get(page)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "/reports/" + report, "nobody yet", "Called once.", "name=\"report\" value=\"" + report + "\"");

        assertThat(ask(OFFICER, post(page).with(csrf()).param("report", report.toString())))
                .hasStatus3xxRedirection();

        assertThat(ask(OFFICER, get(page)))
                .bodyText()
                .contains("duty-9")
                .doesNotContain("nobody yet", "name=\"report\"");
        assertThat(ask(OFFICER, get("/worklist"))).bodyText().doesNotContain("was not referred in time");
        assertThat(ask(OFFICER, post(page).with(csrf()).param("report", "0"))).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void thePageIsCompleteInBothLanguages(String language) {
        String page = "/worklist/late-referrals";
        assertThat(ask(OFFICER, get(page).header("Accept-Language", language)))
                .hasStatusOk()
                .bodyText()
                .contains(language.equals("es") ? "Ninguna notificación urgente" : "No urgent report is late")
                .doesNotContain("??triage", " th:");
        emptyTheRota();
        late.withNobody(REFERRAL, List.of(director.file()));

        assertThat(ask(OFFICER, get(page).header("Accept-Language", language)))
                .hasStatusOk()
                .bodyText()
                .contains(language.equals("es") ? "No se pudo avisar a nadie" : "Nobody could be called")
                .doesNotContain("??triage", " th:");
    }
}

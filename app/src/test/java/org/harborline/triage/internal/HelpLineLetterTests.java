// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.harborline.intake.HelpLine;
import org.harborline.intake.HelpLines;
import org.harborline.platform.Actor;
import org.harborline.platform.Settings;
import org.harborline.platform.Sql;
import org.harborline.platform.testing.Eventually;
import org.harborline.triage.NewRotaContact;
import org.harborline.triage.Worklists;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Overdue help lines are told to whoever is on duty, once a day.
@TriageTest
class HelpLineLetterTests {

    private static final Actor ADMINISTRATOR = Stage.person("administrator-11");
    private static final String NAME = "[synthetic line 11]";

    @Autowired
    private HelpLines lines;

    @Autowired
    private TellOfHelpLines tell;

    @Autowired
    private DeliverHelpLineLetter deliver;

    @Autowired
    private Worklists worklists;

    @Autowired
    private Stage.MovableClock clock;

    @Autowired
    private Stage.PostRoom post;

    @Autowired
    private SchedulerClient scheduler;

    @Autowired
    private Settings settings;

    @Autowired
    private Sql sql;

    private String address;
    private UUID contact;

    @BeforeEach
    void oneIsOnDuty() {
        leaveNothing();
        address = "lines-" + UUID.randomUUID() + "@agency.example";
        contact = worklists.addToRota(
                ADMINISTRATOR, new NewRotaContact(1, null, null, "Duty", address, "https://hook.example/x", "en"));
    }

    @AfterEach
    void leaveNothing() {
        worklists.rota(ADMINISTRATOR).forEach(one -> worklists.removeFromRota(ADMINISTRATOR, one.id()));
        lines.list(ADMINISTRATOR).stream()
                .filter(line -> line.name().equals(NAME))
                .forEach(line -> lines.remove(ADMINISTRATOR, line.id()));
        int _ = sql.of("DELETE FROM triage.help_line_letter").update();
        scheduler
                .getScheduledExecutionsForTask(DeliverHelpLineLetter.TASK, Void.class)
                .forEach(left -> scheduler.cancel(left.getTaskInstance()));
        clock.comeBack();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void lineDueTomorrow() {
        lines.put(
                ADMINISTRATOR,
                new HelpLines.PutHelpLine(
                        "IS", HelpLine.Kind.CHILD, NAME, "202 555 0151", "24/7", "English", today().plusDays(1)));
    }

    /// The job table runs on the machine's clock: what is due by the clock of the test is brought forward.
    private void arrived(int letters) {
        Eventually.holds(() -> {
            Instant soon = InstantSource.system().instant().plusSeconds(2);
            scheduler.getScheduledExecutionsForTask(DeliverHelpLineLetter.TASK, Void.class).stream()
                    .filter(waiting -> waiting.getExecutionTime().isAfter(soon))
                    .forEach(waiting -> assertThat(scheduler.reschedule(
                                    TaskInstanceId.of(
                                            DeliverHelpLineLetter.TASK,
                                            waiting.getTaskInstance().getId()),
                                    Instant.EPOCH))
                            .isTrue());
            assertThat(post.to(address)).hasSize(letters);
        });
    }

    private int waiting() {
        return scheduler
                .getScheduledExecutionsForTask(DeliverHelpLineLetter.TASK, Void.class)
                .size();
    }

    @Test
    void oneLetterADayNamesCountriesAndDaysUntilAllIsReviewed() {
        lineDueTomorrow();
        tell.run();
        assertThat(waiting()).isZero();

        clock.moveOn(Duration.ofDays(1));
        tell.run();
        tell.run();
        assertThat(waiting()).as("by mail alone").isEqualTo(1);
        arrived(1);
        assertThat(post.to(address).getFirst().subject()).contains("a help line was not reviewed in time");
        assertThat(post.to(address).getFirst().text())
                .contains("IS " + today(), settings.publicUrl() + "/operator/help-lines")
                .doesNotContain(NAME, "202 555 0151");
        tell.run();
        Eventually.holds(() -> assertThat(waiting()).isZero());

        clock.moveOn(Duration.ofDays(1));
        tell.run();
        arrived(2);
        lines.list(ADMINISTRATOR).stream()
                .filter(line -> line.name().equals(NAME))
                .forEach(line -> lines.reviewed(ADMINISTRATOR, line.id(), today().plusDays(30)));
        clock.moveOn(Duration.ofDays(1));
        tell.run();
        Eventually.holds(() -> assertThat(waiting()).isZero());
        assertThat(post.to(address)).hasSize(2);
    }

    @Test
    void aLetterThatIsNoLongerTrueOrOfAnEarlierDayDoesNotLeave() {
        lineDueTomorrow();
        clock.moveOn(Duration.ofDays(1));
        deliver.deliver(new DeliverHelpLineLetter.Order(today().minusDays(1), contact));
        assertThat(post.to(address)).as("today has a letter of its own").isEmpty();
        lines.list(ADMINISTRATOR).stream()
                .filter(line -> line.name().equals(NAME))
                .forEach(line -> lines.remove(ADMINISTRATOR, line.id()));
        deliver.deliver(new DeliverHelpLineLetter.Order(today(), contact));
        assertThat(post.to(address)).isEmpty();
    }

    @Test
    void withNobodyToWriteToTheNextLookTriesAgain() {
        lineDueTomorrow();
        clock.moveOn(Duration.ofDays(1));
        worklists.removeFromRota(ADMINISTRATOR, contact);
        tell.run();
        contact = worklists.addToRota(ADMINISTRATOR, new NewRotaContact(1, null, null, "Duty", address, null, "en"));
        tell.run();
        arrived(1);
    }
}

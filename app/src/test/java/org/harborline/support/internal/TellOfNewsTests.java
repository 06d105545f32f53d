// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.platform.Settings;
import org.harborline.platform.Sql;
import org.harborline.platform.outbound.Mail;
import org.harborline.support.AskForSupport;
import org.harborline.support.ContactWay;
import org.harborline.support.DeskHours;
import org.harborline.support.SupportRequestId;
import org.harborline.support.SupportRequests;
import org.harborline.support.SupportTopic;
import org.harborline.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;

/// What leaves, and what must not.
@SpringBootTest
class TellOfNewsTests {

    private static final Actor VISITOR = new Actor("public", ActorKind.PUBLIC, Set.of(), null, null);
    private static final Actor DESK =
            new Actor("desk-3", ActorKind.STAFF, Set.of(Permission.SUPPORT_ANSWER), null, Purpose.SUPPORT);

    @Autowired
    SupportRequests requests;

    @Autowired
    SupportRecords records;

    @Autowired
    Vault vault;

    @Autowired
    MessageSource messages;

    @Autowired
    Settings settings;

    @Autowired
    Sql sql;

    private final List<String> sent = new ArrayList<>();

    private TellOfNews job() {
        return new TellOfNews(
                records,
                vault,
                new Mail() {
                    @Override
                    public boolean isSet() {
                        return true;
                    }

                    @Override
                    public void send(String to, String subject, String text) {
                        sent.add(to + " " + subject + " " + text);
                    }
                },
                messages,
                settings);
    }

    private SupportRequestId asked = new SupportRequestId(UUID.randomUUID());
    private String words = "";

    @BeforeEach
    void ask() {
        requests.changeHours(
                DESK,
                new DeskHours(
                        ZoneOffset.UTC,
                        List.of(new DeskHours.Shift(DayOfWeek.MONDAY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))));
        words = requests.ask(
                        VISITOR,
                        new AskForSupport(
                                UUID.randomUUID(),
                                SupportTopic.TALK,
                                "en",
                                "Robin",
                                ContactWay.MAIL,
                                "robin@mail.example",
                                "",
                                false,
                                "[synthetic request 51]"))
                .words();
        asked = new SupportRequestId(sql.of("SELECT request_id FROM support.request ORDER BY request_id DESC LIMIT 1")
                .query(UUID.class)
                .single());
        requests.take(DESK, asked);
    }

    private long waiting() {
        return sql.of("SELECT count(*) FROM job.scheduled_tasks WHERE task_name = :task AND task_instance = :id")
                .param("task", TellOfNews.TASK)
                .param("id", asked.toString())
                .query(Long.class)
                .single();
    }

    @Test
    void saysNothingButThatThereIsNews() {
        job().tell(asked);

        assertThat(sent)
                .singleElement()
                .asString()
                .startsWith("robin@mail.example There is news ")
                .doesNotContain("synthetic", "Robin", "support", "Harborline", asked.toString());
    }

    @Test
    void isDroppedWhenSomebodyCouldNoticeByNow() {
        requests.household(DESK, asked, true);

        job().tell(asked);

        assertThat(sent).isEmpty();
    }

    @Test
    void isDroppedWhenTheDoorWasClosed() {
        requests.closeDoor(VISITOR, words);

        job().tell(asked);

        assertThat(sent).isEmpty();
    }

    @Test
    void isNotEvenOrderedWhileNothingMayGoOut() {
        requests.household(DESK, asked, true);

        requests.answer(DESK, asked, "[synthetic answer 52]", java.time.Instant.EPOCH);

        assertThat(waiting()).isZero();
    }
}

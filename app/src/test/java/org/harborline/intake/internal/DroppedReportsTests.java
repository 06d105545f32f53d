// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// What goes with a report that is dropped, and what stays.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DroppedReportsTests {

    @Autowired
    private ReportTable reports;

    @Autowired
    private JdbcClient database;

    @Test
    @Transactional
    void aMessageThatIsAReportAsWellGoesWithItAndTheConversationStays() {
        var door = UUID.randomUUID();
        var danger = UUID.randomUUID();
        var other = UUID.randomUUID();
        database.sql("INSERT INTO intake.door_report (report_number, door_id, draft_id) VALUES (8100000001, ?, ?)")
                .params(door, door)
                .update();
        database.sql("INSERT INTO intake.door_report (report_number, door_id, draft_id) VALUES (8100000002, ?, ?)")
                .params(door, danger)
                .update();
        for (UUID message : List.of(danger, other)) {
            database.sql("""
                            INSERT INTO intake.door_message (message_id, door_id, danger, sealed_text, sent_at)
                            VALUES (?, ?, ?, 'sealed', now())
                            """).params(message, door, message.equals(danger)).update();
        }

        reports.drop(List.of(new ReportNumber(8100000002L)));

        assertThat(database.sql("SELECT message_id FROM intake.door_message WHERE door_id = ?")
                        .param(door)
                        .query(UUID.class)
                        .list())
                .containsExactly(other);
    }
}

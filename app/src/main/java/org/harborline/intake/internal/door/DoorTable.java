// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.door;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.DoorEntry;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Talk;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Doors and the reports that came through each.
@Component
class DoorTable {

    /// Read by every page that lists who waits.
    static final String WAITING = """
            SELECT report_number, entry, language, waiting_since
              FROM intake.door
             WHERE waiting_since IS NOT NULL
             ORDER BY waiting_since, door_id
             LIMIT :limit
            """;

    /// The newest ones.
    static final String REPORTS = """
            SELECT report_number
              FROM intake.door_report
             WHERE door_id = :door
             ORDER BY report_number DESC
             LIMIT :limit
            """;

    private final Sql sql;

    DoorTable(Sql sql) {
        this.sql = sql;
    }

    /// A door as stored.
    ///
    /// @param report the first that came through it, under whose key messages are sealed
    record Door(
            UUID id,
            ReportNumber report,
            DoorEntry entry,
            String language,
            @Nullable Instant seenAt,
            @Nullable Instant waitingSince,
            @Nullable Instant closedAt) {}

    /// Notes that a draft became a report. Waits for another transaction that does the same.
    ///
    /// @return false when it had become one before
    boolean add(UUID draft, UUID door, ReportNumber report) {
        return sql.of("""
                        INSERT INTO intake.door_report (report_number, door_id, draft_id)
                        VALUES (:report, :door, :draft)
                        ON CONFLICT (draft_id) DO NOTHING
                        """)
                        .param("report", report.value())
                        .param("door", door)
                        .param("draft", draft)
                        .update()
                == 1;
    }

    ReportNumber reportOf(UUID draft) {
        return new ReportNumber(sql.of("SELECT report_number FROM intake.door_report WHERE draft_id = :draft")
                .param("draft", draft)
                .query(Long.class)
                .single());
    }

    void open(Door door, String wordsHash, Instant at) {
        sql.of("""
                INSERT INTO intake.door (door_id, report_number, words_hash, entry, language, opened_at)
                VALUES (:door, :report, :hash, :entry, :language, :at)
                """)
                .param("door", door.id())
                .param("report", door.report().value())
                .param("hash", wordsHash)
                .param("entry", door.entry().name())
                .param("language", door.language())
                .param("at", column(at))
                .update();
    }

    Optional<UUID> find(String wordsHash) {
        return sql.of("SELECT door_id FROM intake.door WHERE words_hash = :hash")
                .param("hash", wordsHash)
                .query(UUID.class)
                .optional();
    }

    Optional<Door> find(UUID door) {
        return sql.of("""
                        SELECT door_id, report_number, entry, language, seen_at, waiting_since, closed_at
                          FROM intake.door
                         WHERE door_id = :door
                        """).param("door", door).query((row, _) -> door(row)).optional();
    }

    /// The door that a report came through, locked, so that what is written and what ends it do not cross.
    Optional<Door> lock(UUID door) {
        return sql.of("""
                        SELECT door_id, report_number, entry, language, seen_at, waiting_since, closed_at
                          FROM intake.door
                         WHERE door_id = :door
                           FOR UPDATE
                        """).param("door", door).query((row, _) -> door(row)).optional();
    }

    Optional<UUID> through(ReportNumber report) {
        return sql.of("SELECT door_id FROM intake.door_report WHERE report_number = :report")
                .param("report", report.value())
                .query(UUID.class)
                .optional();
    }

    /// When what was drafted became a report; empty when it did not.
    Optional<Instant> filedAt(UUID draft) {
        return sql.of("""
                        SELECT report.opened_at
                          FROM intake.door_report AS through
                          JOIN intake.report AS report ON report.report_number = through.report_number
                         WHERE through.draft_id = :draft
                        """)
                .param("draft", draft)
                .query((row, _) -> instant(row, "opened_at"))
                .optional();
    }

    /// The newest reports that came through a door, the oldest of them first.
    List<ReportNumber> reports(UUID door, int limit) {
        return sql.of(REPORTS)
                .param("door", door)
                .param("limit", limit)
                .query((row, _) -> new ReportNumber(row.getLong("report_number")))
                .list()
                .reversed();
    }

    long countReports(UUID door) {
        return sql.of("SELECT count(*) FROM intake.door_report WHERE door_id = :door")
                .param("door", door)
                .query(Long.class)
                .single();
    }

    void seen(UUID door, Instant at) {
        sql.of("UPDATE intake.door SET seen_at = :at WHERE door_id = :door AND seen_at IS NULL")
                .param("door", door)
                .param("at", column(at))
                .update();
    }

    /// The clock of an answer runs from the first message that has none.
    void waits(UUID door, Instant since) {
        sql.of("UPDATE intake.door SET waiting_since = coalesce(waiting_since, :since) WHERE door_id = :door")
                .param("door", door)
                .param("since", column(since))
                .update();
    }

    /// Ends the clock of what was shown. One that runs goes on from the first message that came after it.
    ///
    /// @param shown the last message shown to whoever answered; absent when there was none
    void answered(UUID door, @Nullable UUID shown) {
        sql.of("""
                UPDATE intake.door
                   SET waiting_since = (
                       SELECT min(later.sent_at)
                         FROM intake.door_message AS later
                         LEFT JOIN intake.door_message AS shown
                           ON shown.message_id = :shown::uuid AND shown.door_id = later.door_id
                        WHERE later.door_id = door.door_id AND later.sent_by IS NULL
                          AND later.sent_at >= door.waiting_since
                          AND (shown.message_id IS NULL
                               OR (later.sent_at, later.message_id) > (shown.sent_at, shown.message_id)))
                 WHERE door_id = :door
                """).param("door", door).param("shown", shown).update();
    }

    void close(UUID door, Instant at) {
        sql.of("UPDATE intake.door SET words_hash = NULL, closed_at = :at WHERE door_id = :door")
                .param("door", door)
                .param("at", column(at))
                .update();
    }

    List<Talk.Waiting> waiting(int limit) {
        return sql.of(WAITING)
                .param("limit", limit)
                .query((row, _) -> new Talk.Waiting(
                        new ReportNumber(row.getLong("report_number")),
                        DoorEntry.valueOf(row.getString("entry")),
                        row.getString("language"),
                        instant(row, "waiting_since")))
                .list();
    }

    private static Door door(ResultSet row) throws SQLException {
        return new Door(
                row.getObject("door_id", UUID.class),
                new ReportNumber(row.getLong("report_number")),
                DoorEntry.valueOf(row.getString("entry")),
                row.getString("language"),
                absent(row, "seen_at"),
                absent(row, "waiting_since"),
                absent(row, "closed_at"));
    }

    private static OffsetDateTime column(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant absent(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.notices.QuestionKind;
import org.harborline.notices.QuestionState;
import org.harborline.platform.Sql;
import org.harborline.vault.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What senders were asked, `notices.question`, and what became of it, `notices.question_progress`.
@Component
class QuestionTable {

    private static final String QUESTION = """
            SELECT q.question, q.report, q.provider, q.agency, q.kind, q.named, q.asked_at, q.text, q.basis,
                   p.state, p.told_at, p.due_at, p.settled_at, p.answer
              FROM notices.question_progress AS p
              JOIN notices.question AS q ON q.question = p.question
            """;

    static final String WAITING_AT_PROVIDER = QUESTION + """
             WHERE p.provider = :whose AND p.state IN ('OPEN', 'OVERDUE') AND p.told_at <= :now
               AND (p.due_at, p.question) > (:after, :question)
             ORDER BY p.due_at, p.question
             LIMIT :limit
            """;

    static final String WAITING_OF_AGENCY = QUESTION + """
             WHERE p.agency = :whose AND p.state IN ('OPEN', 'OVERDUE')
               AND (p.due_at, p.question) > (:after, :question)
             ORDER BY p.due_at, p.question
             LIMIT :limit
            """;

    static final String WAITING = QUESTION + """
             WHERE p.state IN ('OPEN', 'OVERDUE')
               AND (p.due_at, p.question) > (:after, :question)
             ORDER BY p.due_at, p.question
             LIMIT :limit
            """;

    static final String SETTLED_AT_PROVIDER = QUESTION + """
             WHERE p.provider = :whose AND p.state IN ('ANSWERED', 'WITHDRAWN') AND p.told_at <= :now
               AND p.question < :before
             ORDER BY p.question DESC
             LIMIT :limit
            """;

    static final String SETTLED_OF_AGENCY = QUESTION + """
             WHERE p.agency = :whose AND p.state IN ('ANSWERED', 'WITHDRAWN')
               AND p.question < :before
             ORDER BY p.question DESC
             LIMIT :limit
            """;

    static final String SETTLED = QUESTION + """
             WHERE p.state IN ('ANSWERED', 'WITHDRAWN')
               AND p.question < :before
             ORDER BY p.question DESC
             LIMIT :limit
            """;

    static final String OF_REPORT = QUESTION + """
             WHERE p.report = :report
             ORDER BY p.question DESC
             LIMIT 200
            """;

    static final String OVERDUE = """
            WITH late AS (
                SELECT question
                  FROM notices.question_progress
                 WHERE state = 'OPEN' AND due_at <= :now
                 ORDER BY due_at
                 LIMIT :limit
                   FOR UPDATE SKIP LOCKED)
            UPDATE notices.question_progress AS progress
               SET state = 'OVERDUE'
              FROM late
             WHERE progress.question = late.question
            RETURNING progress.question, progress.report
            """;

    private final Sql sql;

    QuestionTable(Sql sql) {
        this.sql = sql;
    }

    /// A question as asked, which never changes.
    record Asked(
            UUID id,
            ReportNumber report,
            UUID provider,
            @Nullable UUID agency,
            QuestionKind kind,
            boolean named,
            Instant at,
            @Nullable SealedText text,
            @Nullable SealedText basis) {}

    /// What became of it.
    record Row(
            Asked asked,
            QuestionState state,
            Instant toldAt,
            Instant dueAt,
            @Nullable Instant settledAt,
            @Nullable SealedText answer) {}

    record Late(UUID question, ReportNumber report) {}

    void insert(Asked asked, String by, Instant toldAt, Instant dueAt) {
        int _ = sql.of("""
                WITH asked AS (
                    INSERT INTO notices.question (question, report, provider, agency, kind, named, text, basis,
                                                  asked_by, asked_at)
                    VALUES (:question, :report, :provider, :agency, :kind, :named, :text, :basis, :by, :at))
                INSERT INTO notices.question_progress (question, report, provider, agency, state, told_at, due_at)
                VALUES (:question, :report, :provider, :agency, 'OPEN', :told, :due)
                """)
                .param("question", asked.id())
                .param("report", asked.report().value())
                .param("provider", asked.provider())
                .param("agency", asked.agency())
                .param("kind", asked.kind().name())
                .param("named", asked.named())
                .param("text", base64(asked.text()))
                .param("basis", base64(asked.basis()))
                .param("by", by)
                .param("at", Columns.time(asked.at()))
                .param("told", Columns.time(toldAt))
                .param("due", Columns.time(dueAt))
                .update();
    }

    private static @Nullable String base64(@Nullable SealedText text) {
        return text == null ? null : text.base64();
    }

    Optional<Row> find(UUID question) {
        return sql.of(QUESTION + """
                 WHERE p.question = :question
                """)
                .param("question", question)
                .query((row, _) -> row(row))
                .optional();
    }

    /// Ends a question that waits.
    ///
    /// @return false when it waits no more
    boolean settle(UUID question, QuestionState state, @Nullable SealedText answer, String by, Instant at) {
        return sql.of("""
                        UPDATE notices.question_progress
                           SET state = :state, answer = :answer, settled_by = :by, settled_at = :at
                         WHERE question = :question AND state IN ('OPEN', 'OVERDUE')
                        """)
                        .param("question", question)
                        .param("state", state.name())
                        .param("answer", base64(answer))
                        .param("by", by)
                        .param("at", Columns.time(at))
                        .update()
                == 1;
    }

    List<Row> ofReport(ReportNumber report) {
        return sql.of(OF_REPORT)
                .param("report", report.value())
                .query((row, _) -> row(row))
                .list();
    }

    List<Row> waiting(Viewer viewer, Instant now, Instant after, UUID question, int limit) {
        var statement = switch (viewer.side()) {
            case PROVIDER -> sql.of(WAITING_AT_PROVIDER).param("now", Columns.time(now));
            case AGENCY -> sql.of(WAITING_OF_AGENCY);
            case STAFF -> sql.of(WAITING);
        };
        return (viewer.party() == null ? statement : statement.param("whose", viewer.party()))
                .param("after", Columns.time(after))
                .param("question", question)
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    List<Row> settled(Viewer viewer, Instant now, UUID before, int limit) {
        var statement = switch (viewer.side()) {
            case PROVIDER -> sql.of(SETTLED_AT_PROVIDER).param("now", Columns.time(now));
            case AGENCY -> sql.of(SETTLED_OF_AGENCY);
            case STAFF -> sql.of(SETTLED);
        };
        return (viewer.party() == null ? statement : statement.param("whose", viewer.party()))
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    List<Late> overdue(Instant now, int limit) {
        return sql.of(OVERDUE)
                .param("now", Columns.time(now))
                .param("limit", limit)
                .query((row, _) ->
                        new Late(row.getObject("question", UUID.class), new ReportNumber(row.getLong("report"))))
                .list();
    }

    /// Takes the words of erased reports away, and ends what waits.
    void forget(Collection<ReportNumber> erased, Instant at) {
        int _ = sql.of("""
                WITH words AS (
                    UPDATE notices.question SET text = NULL, basis = NULL WHERE report = ANY (:reports))
                UPDATE notices.question_progress
                   SET answer = NULL,
                       state = CASE WHEN state IN ('OPEN', 'OVERDUE') THEN 'WITHDRAWN' ELSE state END,
                       settled_at = coalesce(settled_at, :at)
                 WHERE report = ANY (:reports)
                """)
                .param("reports", Columns.numbers(erased))
                .param("at", Columns.time(at))
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Asked(
                        row.getObject("question", UUID.class),
                        new ReportNumber(row.getLong("report")),
                        row.getObject("provider", UUID.class),
                        row.getObject("agency", UUID.class),
                        QuestionKind.valueOf(row.getString("kind")),
                        row.getBoolean("named"),
                        Columns.instant(row, "asked_at"),
                        sealed(row, "text"),
                        sealed(row, "basis")),
                QuestionState.valueOf(row.getString("state")),
                Columns.instant(row, "told_at"),
                Columns.instant(row, "due_at"),
                Columns.instantOrNull(row, "settled_at"),
                sealed(row, "answer"));
    }

    private static @Nullable SealedText sealed(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : new SealedText(text);
    }

    long countAsked() {
        return sql.of("SELECT count(*) FROM notices.question").query(Long.class).single();
    }

    Map<QuestionState, Long> counts() {
        return sql
                .of("SELECT state, count(*) AS many FROM notices.question_progress GROUP BY state")
                .query((row, _) -> Map.entry(QuestionState.valueOf(row.getString("state")), row.getLong("many")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<UUID> asked(UUID after, int limit) {
        return sql.of("SELECT question FROM notices.question WHERE question > :after ORDER BY question LIMIT :limit")
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row.getObject("question", UUID.class))
                .list();
    }

    List<UUID> in(QuestionState state, UUID after, int limit) {
        return sql.of("""
                SELECT question
                  FROM notices.question_progress
                 WHERE state = :state AND question > :after
                 ORDER BY question
                 LIMIT :limit
                """)
                .param("state", state.name())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> row.getObject("question", UUID.class))
                .list();
    }
}

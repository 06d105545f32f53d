// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Code;
import org.harborline.platform.Sql;
import org.harborline.triage.CaseOutcome;
import org.harborline.triage.Designation;
import org.harborline.triage.Priority;
import org.harborline.triage.SafeguardingOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reports and their neighbours as the follower keeps them. Derived: nothing else writes here.
@Component
class StandingTable {

    private final Sql sql;

    StandingTable(Sql sql) {
        this.sql = sql;
    }

    Map<ReportNumber, Standing> find(Collection<ReportNumber> reports) {
        if (reports.isEmpty()) {
            return Map.of();
        }
        return sql.of("""
                        SELECT report, provider, category, filed_at, marks, child_signs, modifiers, answered_yes, answered_no,
                               level, confirmed, table_version, reasons, person_level, person_confirmed, set_aside, would_be,
                               first_look_due_at, first_look_at, referral_due_at, designation, designation_reason,
                               designated_at, designated_before, designated_before_at, raised_since, safeguarding,
                               outcome, readable, erased_at, position
                          FROM triage.report
                         WHERE report = ANY (:reports)
                        """).param("reports", Columns.numbers(reports)).query((row, _) -> standing(row)).list().stream()
                .collect(Collectors.toMap(standing -> standing.filed.report(), standing -> standing));
    }

    List<Neighbourhood.Link> neighbours(Collection<ReportNumber> reports) {
        return sql.of("SELECT report, other FROM triage.neighbour WHERE report = ANY (:reports)")
                .param("reports", Columns.numbers(reports))
                .query((row, _) -> new Neighbourhood.Link(Columns.report(row), new ReportNumber(row.getLong("other"))))
                .list();
    }

    /// Writes what a batch changed.
    void write(Neighbourhood changes) {
        writeLinks(changes.added(), changes.removed());
        sql.batch("""
                INSERT INTO triage.report
                       (report, provider, category, filed_at, marks, child_signs, modifiers, answered_yes,
                        answered_no, level, confirmed, table_version, reasons, person_level, person_confirmed, set_aside, would_be,
                        first_look_due_at, first_look_at, referral_due_at, due_at, place, designation,
                        designation_reason, designated_at, designated_before, designated_before_at,
                        raised_since, safeguarding, outcome, readable, erased_at, position)
                VALUES (:report, :provider, :category, :filed_at, :marks, :child_signs, :modifiers, :answered_yes,
                        :answered_no, :level, :confirmed, :table_version, :reasons, :person_level, :person_confirmed, :set_aside, :would_be,
                        :first_look_due_at, :first_look_at, :referral_due_at, :due_at, :place, :designation,
                        :designation_reason, :designated_at, :designated_before, :designated_before_at::timestamptz[],
                        :raised_since, :safeguarding, :outcome, :readable, :erased_at, :position)
                ON CONFLICT (report) DO UPDATE
                   SET marks = EXCLUDED.marks, child_signs = EXCLUDED.child_signs, modifiers = EXCLUDED.modifiers,
                       readable = EXCLUDED.readable, erased_at = EXCLUDED.erased_at,
                       answered_yes = EXCLUDED.answered_yes, answered_no = EXCLUDED.answered_no,
                       level = EXCLUDED.level, confirmed = EXCLUDED.confirmed,
                       table_version = EXCLUDED.table_version,
                       reasons = EXCLUDED.reasons,
                       person_level = EXCLUDED.person_level, person_confirmed = EXCLUDED.person_confirmed,
                       set_aside = EXCLUDED.set_aside,
                       would_be = EXCLUDED.would_be,
                       first_look_due_at = EXCLUDED.first_look_due_at,
                       first_look_at = EXCLUDED.first_look_at,
                       referral_due_at = EXCLUDED.referral_due_at,
                       due_at = EXCLUDED.due_at,
                       place = EXCLUDED.place,
                       designation = EXCLUDED.designation, designation_reason = EXCLUDED.designation_reason,
                       designated_at = EXCLUDED.designated_at,
                       designated_before = EXCLUDED.designated_before,
                       designated_before_at = EXCLUDED.designated_before_at,
                       raised_since = EXCLUDED.raised_since,
                       safeguarding = EXCLUDED.safeguarding,
                       outcome = EXCLUDED.outcome,
                       position = EXCLUDED.position
                """, changes.toWrite().stream().map(StandingTable::row).toList());
    }

    /// Drops what people said about the content of an erased report, and every claim to work on it. Designations and
    /// lowerings stay: they say what was decided.
    void forget(ReportNumber erased) {
        sql.of("DELETE FROM triage.first_look WHERE report = :report")
                .param("report", erased.value())
                .update();
        sql.of("DELETE FROM triage.safeguarding_check WHERE report = :report")
                .param("report", erased.value())
                .update();
        sql.of("DELETE FROM triage.lowering WHERE report = :report AND state = 'WAITING'")
                .param("report", erased.value())
                .update();
        sql.of("UPDATE triage.lowering SET in_spite_of = '{}' WHERE report = :report")
                .param("report", erased.value())
                .update();
        sql.of("DELETE FROM triage.alarm WHERE report = :report")
                .param("report", erased.value())
                .update();
        sql.of("DELETE FROM triage.lease WHERE report = :report")
                .param("report", erased.value())
                .update();
    }

    private void writeLinks(Set<Neighbourhood.Link> added, Set<Neighbourhood.Link> removed) {
        sql.of("""
                INSERT INTO triage.neighbour (report, other)
                SELECT report, other
                  FROM unnest(:reports::bigint[], :others::bigint[]) AS link (report, other)
                ON CONFLICT (report, other) DO NOTHING
                """)
                .param("reports", reports(added))
                .param("others", others(added))
                .update();
        sql.of("""
                DELETE FROM triage.neighbour
                 USING unnest(:reports::bigint[], :others::bigint[]) AS link (report, other)
                 WHERE triage.neighbour.report = link.report
                   AND triage.neighbour.other = link.other
                """)
                .param("reports", reports(removed))
                .param("others", others(removed))
                .update();
    }

    private static Long[] reports(Set<Neighbourhood.Link> links) {
        return links.stream().map(link -> link.report().value()).toArray(Long[]::new);
    }

    private static Long[] others(Set<Neighbourhood.Link> links) {
        return links.stream().map(link -> link.other().value()).toArray(Long[]::new);
    }

    private static Map<String, Object> row(Standing standing) {
        Rank rank = Objects.requireNonNull(standing.rank);
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("report", standing.filed.report().value());
        row.put("provider", standing.filed.provider());
        row.put("category", standing.filed.category());
        row.put("filed_at", Columns.time(standing.filed.filedAt()));
        row.put(
                "marks",
                standing.erased() ? new String[0] : standing.filed.marks().toArray(String[]::new));
        row.put("child_signs", Columns.codes(standing.erased() ? Set.of() : standing.filed.childSigns()));
        row.put("readable", standing.readable);
        row.put("erased_at", standing.erasedAt == null ? null : Columns.time(standing.erasedAt));
        row.put("modifiers", Columns.codes(standing.modifiers()));
        row.put("answered_yes", Columns.codes(standing.yes));
        row.put("answered_no", Columns.codes(standing.no));
        row.put("level", rank.level().level());
        row.put("confirmed", rank.confirmed());
        row.put("table_version", rank.tableVersion());
        row.put("reasons", Columns.codes(rank.reasons()));
        row.put("person_level", level(standing.word.level()));
        row.put("person_confirmed", standing.word.confirmed());
        row.put("set_aside", Columns.codes(standing.word.setAside()));
        row.put("would_be", level(rank.wouldBe()));
        row.put("raised_since", standing.raisedSince);
        row.put("safeguarding", standing.safeguarding == null ? null : standing.safeguarding.name());
        row.put("outcome", standing.outcome == null ? null : standing.outcome.name());
        row.put("position", standing.position);
        putClocks(row, standing);
        return present(row);
    }

    private static void putClocks(Map<String, @Nullable Object> row, Standing standing) {
        Standing.Designated designated = standing.designated;
        row.put("first_look_due_at", Columns.timeOrNull(standing.firstLookDueAt));
        row.put("first_look_at", Columns.timeOrNull(standing.firstLookAt));
        row.put("referral_due_at", Columns.timeOrNull(standing.referralDueAt));
        row.put("due_at", Columns.time(standing.dueAt()));
        row.put("place", standing.placeInLevel());
        row.put(
                "designation",
                designated == null ? null : designated.designation().name());
        row.put(
                "designation_reason",
                designated == null ? null : designated.reason().value());
        row.put("designated_at", designated == null ? null : Columns.time(designated.at()));
        row.put(
                "designated_before",
                standing.designatedBefore.stream()
                        .map(before -> before.designation().name())
                        .toArray(String[]::new));
        row.put(
                "designated_before_at",
                standing.designatedBefore.stream()
                        .map(before -> before.at().toString())
                        .toArray(String[]::new));
    }

    /// Absent values are bound as NULL; the signature of a batch does not say so.
    @SuppressWarnings("NullAway")
    private static Map<String, Object> present(Map<String, @Nullable Object> row) {
        return row;
    }

    private static @Nullable Integer level(@Nullable Priority priority) {
        return priority == null ? null : priority.level();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var standing = new Standing(new Filed(
                Columns.report(row),
                row.getObject("provider", UUID.class),
                row.getString("category"),
                Columns.instant(row, "filed_at"),
                Columns.texts(row, "marks").collect(Collectors.toSet()),
                Columns.codeSet(row, "child_signs"),
                Columns.codeSet(row, "modifiers")));
        standing.yes = Columns.codeSet(row, "answered_yes");
        standing.no = Columns.codeSet(row, "answered_no");
        standing.word = new PersonalWord(
                Columns.priorityOrNull(row, "person_level"),
                row.getBoolean("person_confirmed"),
                Columns.codeSet(row, "set_aside"));
        standing.rank = new Rank(
                Priority.of(row.getInt("level")),
                row.getBoolean("confirmed"),
                row.getInt("table_version"),
                Columns.codes(row, "reasons"),
                Columns.priorityOrNull(row, "would_be"));
        standing.raisedSince = row.getBoolean("raised_since");
        String ended = row.getString("outcome");
        standing.outcome = ended == null ? null : CaseOutcome.valueOf(ended);
        standing.readable = row.getBoolean("readable");
        standing.erasedAt = Columns.instantOrNull(row, "erased_at");
        standing.position = row.getLong("position");
        readClocks(row, standing);
        return standing;
    }

    private static void readClocks(ResultSet row, Standing standing) throws SQLException {
        standing.firstLookDueAt = Columns.instantOrNull(row, "first_look_due_at");
        standing.firstLookAt = Columns.instantOrNull(row, "first_look_at");
        standing.referralDueAt = Columns.instantOrNull(row, "referral_due_at");
        Instant designatedAt = Columns.instantOrNull(row, "designated_at");
        if (designatedAt != null) {
            standing.designated = new Standing.Designated(
                    Designation.valueOf(row.getString("designation")),
                    Code.of(row.getString("designation_reason")),
                    designatedAt);
        }
        standing.designatedBefore = designatedBefore(row);
        String outcome = row.getString("safeguarding");
        standing.safeguarding = outcome == null ? null : SafeguardingOutcome.valueOf(outcome);
    }

    private static List<Standing.Designated.Before> designatedBefore(ResultSet row) throws SQLException {
        List<Designation> designations = Columns.texts(row, "designated_before")
                .map(Designation::valueOf)
                .toList();
        List<Instant> moments = Columns.instants(row, "designated_before_at");
        return IntStream.range(0, designations.size())
                .mapToObj(i -> new Standing.Designated.Before(designations.get(i), moments.get(i)))
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.harborline.intake.IncidentType;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportSource;
import org.harborline.intake.ReportState;
import org.harborline.intake.completeness.Completeness;
import org.harborline.intake.internal.wire.ReportDocuments.AcceptedReport;
import org.harborline.platform.Sql;
import org.harborline.registry.ServiceId;
import org.harborline.vault.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reports and their states, and the sealed texts that are written with them.
@Component
class ReportTable {

    /// Runs every minute beside everything that is filed, so it reads an index of its own.
    static final String WARN = """
            WITH late AS (
                SELECT report_number
                  FROM intake.report
                 WHERE state = 'OPEN' AND escalated AND warned_at IS NULL AND opened_at <= :opened
                   AND (opened_at > :alive OR changed_at > :changed)
                 ORDER BY opened_at, report_number
                 LIMIT :limit
                   FOR UPDATE SKIP LOCKED)
            UPDATE intake.report AS report
               SET warned_at = :now
              FROM late
             WHERE report.report_number = late.report_number
            RETURNING report.report_number, provider_id, provider_name, request_id, opened_at, changed_at
            """;

    private final Sql sql;

    ReportTable(Sql sql) {
        this.sql = sql;
    }

    /// A report that is about to be opened.
    ///
    /// @param requestId of the request that opens an escalation
    /// @param service the one it is sent for
    record Opening(
            ReportNumber number,
            UUID provider,
            String providerName,
            AcceptedReport accepted,
            @Nullable String requestId,
            Instant now,
            ReportSource source,
            @Nullable ServiceId service) {

        /// Of a company.
        Opening(
                ReportNumber number,
                UUID provider,
                String providerName,
                AcceptedReport accepted,
                @Nullable String requestId,
                Instant now,
                @Nullable ServiceId service) {
            this(number, provider, providerName, accepted, requestId, now, ReportSource.PROVIDER, service);
        }
    }

    /// What ending a report needs to tell.
    ///
    /// @param requestId of the request that opened an escalation
    record Ended(
            ReportNumber number,
            UUID provider,
            String providerName,
            IncidentType type,
            boolean escalated,
            boolean batched,
            int items,
            @Nullable String requestId,
            @Nullable ServiceId service,
            @Nullable Completeness completeness) {}

    /// A report's state as its sender may learn it.
    record Standing(ReportState state, boolean escalated, boolean batched, int items) {}

    /// Inserts the report and its sealed texts in one round trip.
    void insert(Opening opening, SealedText text, SealedText sheet) {
        var insert = sql.of("""
                WITH received AS (
                    INSERT INTO intake.received (report_number, received_text, reporter_sheet)
                    VALUES (:number, :text, :sheet))
                INSERT INTO intake.report
                       (report_number, provider_id, provider_name, state, incident_type, escalated, batched,
                        incident_at, request_id, dropped_count, item_count, opened_at, changed_at, source,
                        service_id, rubric, completeness, missing)
                VALUES (:number, :provider, :provider_name, 'OPEN', :type, :escalated, :batched,
                        :incident_at, :request, :dropped, 0, :now, :now, :source,
                        :service, :rubric, :completeness, :missing)
                """)
                .param("number", opening.number().value())
                .param("text", text.base64())
                .param("sheet", sheet.base64())
                .param("provider", opening.provider())
                .param("provider_name", opening.providerName())
                .param("type", opening.accepted().incidentType().name())
                .param("escalated", opening.accepted().escalated())
                .param("batched", opening.accepted().batched())
                .param(
                        "incident_at",
                        Instants.column(opening.accepted().incidentTime().instant()))
                .param("request", opening.requestId())
                .param("dropped", opening.accepted().dropped())
                .param("now", Instants.column(opening.now()))
                .param("source", opening.source().name());
        int _ = ScoreColumns.write(insert, opening.service(), opening.accepted().completeness())
                .update();
    }

    /// Finishes an open report of that provider; empty when there is none, or when it is a batch of several items.
    Optional<Ended> finish(long number, UUID provider, Instant now, @Nullable Instant preservedUntil) {
        return sql.of("""
                UPDATE intake.report
                   SET state = 'FINISHED', ended_at = :now, preserved_until = :preserved
                 WHERE report_number = :number
                   AND provider_id = :provider
                   AND state = 'OPEN'
                   AND NOT (batched AND item_count > 1)
                RETURNING report_number, provider_id, provider_name, incident_type, escalated, batched, item_count, request_id,
                          service_id, rubric, completeness, missing
                """)
                .param("number", number)
                .param("provider", provider)
                .param("now", Instants.column(now))
                .param("preserved", preservedUntil == null ? null : Instants.column(preservedUntil))
                .query((row, _) -> ended(row))
                .optional();
    }

    /// Takes an open report back.
    boolean retract(long number, UUID provider, Instant now) {
        return sql.of("""
                        UPDATE intake.report
                           SET state = 'RETRACTED', ended_at = :now
                         WHERE report_number = :number AND provider_id = :provider AND state = 'OPEN'
                        """)
                        .param("number", number)
                        .param("provider", provider)
                        .param("now", Instants.column(now))
                        .update()
                == 1;
    }

    /// An open report whose time is over.
    record Due(long number, Instant openedAt) {

        /// Before all there are.
        static final Due FIRST = new Due(0, Instant.EPOCH);

        ReportNumber report() {
            return new ReportNumber(number);
        }
    }

    /// Locks open reports whose time is over, oldest first. Those that others lock are left to the next run.
    ///
    /// @param openedBefore and
    /// @param changedBefore both limits must have passed
    /// @param escalatedOnly whether the others wait
    /// @param after where to go on
    List<Due> due(Instant openedBefore, Instant changedBefore, boolean escalatedOnly, Due after, int limit) {
        return sql.of("""
                SELECT report_number, opened_at
                  FROM intake.report
                 WHERE state = 'OPEN' AND opened_at <= :opened AND changed_at <= :changed
                   AND (escalated OR NOT :escalated_only)
                   AND (opened_at, report_number) > (:after_opened, :after_number)
                 ORDER BY opened_at, report_number
                 LIMIT :limit
                   FOR UPDATE SKIP LOCKED
                """)
                .param("opened", Instants.column(openedBefore))
                .param("changed", Instants.column(changedBefore))
                .param("escalated_only", escalatedOnly)
                .param("after_opened", Instants.column(after.openedAt()))
                .param("after_number", after.number())
                .param("limit", limit)
                .query((row, _) -> new Due(row.getLong("report_number"), Instants.read(row, "opened_at")))
                .list();
    }

    /// Ends open reports that the current transaction has locked.
    List<Ended> expire(Collection<ReportNumber> over, Instant now) {
        return sql.of("""
                WITH gone AS (
                    UPDATE intake.report
                       SET state = 'EXPIRED', ended_at = :now
                     WHERE report_number = ANY (:numbers::bigint[]) AND state = 'OPEN'
                    RETURNING report_number, provider_id, provider_name, incident_type, escalated, batched, item_count,
                              request_id, service_id, rubric, completeness, missing)
                SELECT report_number, provider_id, provider_name, incident_type, escalated, batched, item_count, request_id,
                       service_id, rubric, completeness, missing
                  FROM gone
                 ORDER BY report_number
                """)
                .param("numbers", over.stream().map(ReportNumber::value).toArray(Long[]::new))
                .param("now", Instants.column(now))
                .query((row, _) -> ended(row))
                .list();
    }

    /// An escalated report that its sender should have finished.
    ///
    /// @param requestId of the request that opened it
    record Late(
            ReportNumber number,
            UUID provider,
            String providerName,
            @Nullable String requestId,
            Instant expiresAt) {}

    /// Notes that somebody is warned of escalated reports that are still open, oldest first, each once.
    /// Those that others lock are left to the next run.
    ///
    /// @param openedBefore how long ago they were opened at least
    /// @param aliveSince and
    /// @param changedSince either of which keeps a report from being due to expire
    List<Late> warn(Instant openedBefore, Instant aliveSince, Instant changedSince, Instant now, int limit) {
        return sql.of(WARN)
                .param("opened", Instants.column(openedBefore))
                .param("alive", Instants.column(aliveSince))
                .param("changed", Instants.column(changedSince))
                .param("now", Instants.column(now))
                .param("limit", limit)
                .query((row, _) -> new Late(
                        new ReportNumber(row.getLong("report_number")),
                        row.getObject("provider_id", UUID.class),
                        row.getString("provider_name"),
                        row.getString("request_id"),
                        ExpireReports.expiry(Instants.read(row, "opened_at"), Instants.read(row, "changed_at"))))
                .list();
    }

    /// Drops what was received with reports. A message of danger is a report as well, and goes with it.
    void drop(Collection<ReportNumber> numbers) {
        sql.of("""
                WITH texts AS (
                    DELETE FROM intake.received WHERE report_number = ANY (:numbers::bigint[])),
                renewals AS (
                    UPDATE intake.preservation_renewal SET reference = NULL
                     WHERE report_number = ANY (:numbers::bigint[])),
                named AS (
                    DELETE FROM intake.sender_reference WHERE report_number = ANY (:numbers::bigint[])),
                doors AS (
                    UPDATE intake.door
                       SET words_hash = NULL, waiting_since = NULL, closed_at = coalesce(closed_at, opened_at)
                     WHERE report_number = ANY (:numbers::bigint[])
                    RETURNING door_id),
                messages AS (
                    DELETE FROM intake.door_message USING doors WHERE door_message.door_id = doors.door_id),
                dangers AS (
                    DELETE FROM intake.door_message USING intake.door_report
                     WHERE door_report.report_number = ANY (:numbers::bigint[])
                       AND door_message.message_id = door_report.draft_id)
                DELETE FROM intake.item WHERE report_number = ANY (:numbers::bigint[])
                """)
                .param("numbers", numbers.stream().map(ReportNumber::value).toArray(Long[]::new))
                .update();
    }

    private static Ended ended(ResultSet row) throws SQLException {
        return new Ended(
                new ReportNumber(row.getLong("report_number")),
                row.getObject("provider_id", UUID.class),
                row.getString("provider_name"),
                IncidentType.valueOf(row.getString("incident_type")),
                row.getBoolean("escalated"),
                row.getBoolean("batched"),
                row.getInt("item_count"),
                row.getString("request_id"),
                ScoreColumns.service(row),
                ScoreColumns.read(row));
    }

    Optional<Standing> standing(long number, UUID provider) {
        return sql.of("""
                SELECT state, escalated, batched, item_count
                  FROM intake.report
                 WHERE report_number = :number AND provider_id = :provider
                """)
                .param("number", number)
                .param("provider", provider)
                .query((row, _) -> new Standing(
                        ReportState.valueOf(row.getString("state")),
                        row.getBoolean("escalated"),
                        row.getBoolean("batched"),
                        row.getInt("item_count")))
                .optional();
    }

    /// Reports by number, whatever their state.
    Map<ReportNumber, Report> find(Collection<ReportNumber> numbers) {
        Map<ReportNumber, Report> found = new HashMap<>();
        if (numbers.isEmpty()) {
            return found;
        }
        sql.of("""
                SELECT report_number, provider_id, provider_name, state, incident_type, escalated, batched,
                       incident_at, opened_at, changed_at, ended_at, preserved_until, renewed_until, dropped_count,
                       source
                  FROM intake.report
                 WHERE report_number = ANY (:numbers::bigint[])
                """)
                .param("numbers", numbers.stream().map(ReportNumber::value).toArray(Long[]::new))
                .query(row -> {
                    Report report = report(row);
                    found.put(report.number(), report);
                });
        return found;
    }

    private static Report report(ResultSet row) throws SQLException {
        ReportState state = ReportState.valueOf(row.getString("state"));
        return new Report(
                new ReportNumber(row.getLong("report_number")),
                row.getObject("provider_id", UUID.class),
                row.getString("provider_name"),
                state,
                IncidentType.valueOf(row.getString("incident_type")),
                row.getBoolean("escalated"),
                row.getBoolean("batched"),
                Instants.read(row, "incident_at"),
                Instants.read(row, "opened_at"),
                state == ReportState.FINISHED ? Instants.readAbsent(row, "ended_at") : null,
                Instants.readAbsent(row, "preserved_until"),
                row.getInt("dropped_count"),
                ReportSource.valueOf(row.getString("source")),
                Instants.readAbsent(row, "renewed_until"),
                state == ReportState.OPEN
                        ? ExpireReports.expiry(Instants.read(row, "opened_at"), Instants.read(row, "changed_at"))
                        : null);
    }

    /// How many reports are in each state.
    Map<ReportState, Long> counts() {
        Map<ReportState, Long> counts = new EnumMap<>(ReportState.class);
        sql.of("SELECT state, count(*) AS reports FROM intake.report GROUP BY state")
                .query(row -> {
                    counts.put(ReportState.valueOf(row.getString("state")), row.getLong("reports"));
                });
        return counts;
    }

    /// Numbers of reports in a state as text, ascending by its bytes.
    SortedSet<String> numbers(ReportState state, String after, int limit) {
        return new TreeSet<>(sql.of("""
                SELECT report_number::text COLLATE "C" AS number
                  FROM intake.report
                 WHERE state = :state AND report_number::text COLLATE "C" > :after
                 ORDER BY number
                 LIMIT :limit
                """)
                .param("state", state.name())
                .param("after", after)
                .param("limit", limit)
                .query(String.class)
                .list());
    }
}

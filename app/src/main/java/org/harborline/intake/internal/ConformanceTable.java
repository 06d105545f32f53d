// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.ConformanceCase;
import org.harborline.intake.ConformanceRuns.Run;
import org.harborline.platform.Sql;
import org.harborline.registry.CredentialId;
import org.springframework.stereotype.Component;

/// All SQL of conformance runs. They are of sandboxes, and few.
@Component
class ConformanceTable {

    private static final String COLUMNS = """
            SELECT r.run_id, r.credential_id, r.company, r.started_at, r.passed_at,
                   ARRAY(SELECT s.seen FROM intake.conformance_seen s WHERE s.run_id = r.run_id) AS seen
              FROM intake.conformance_run r
            """;

    private final Sql sql;

    ConformanceTable(Sql sql) {
        this.sql = sql;
    }

    /// Ends the company's earlier runs and begins this one.
    void begin(UUID provider, Run run) {
        sql.of("""
                UPDATE intake.conformance_run
                   SET ended = true
                 WHERE provider_id = :provider AND NOT ended
                """).param("provider", provider).update();
        sql.of("""
                INSERT INTO intake.conformance_run (run_id, provider_id, credential_id, company, started_at, ended)
                VALUES (:id, :provider, :credential, :company, :now, false)
                """)
                .param("id", run.id())
                .param("provider", provider)
                .param("credential", run.credential().value())
                .param("company", run.company())
                .param("now", Instants.column(run.startedAt()))
                .update();
    }

    Optional<Run> newest(UUID provider) {
        return sql.of(COLUMNS + """
                 WHERE r.provider_id = :provider
                 ORDER BY r.started_at DESC, r.run_id DESC
                 LIMIT 1
                """)
                .param("provider", provider)
                .query(ConformanceTable::run)
                .optional();
    }

    /// Runs that go on, by the credential that is watched.
    Map<UUID, UUID> open() {
        var all = new HashMap<UUID, UUID>();
        sql.of("""
                SELECT credential_id, run_id
                  FROM intake.conformance_run
                 WHERE NOT ended
                """).query(row -> {
            all.put(row.getObject("credential_id", UUID.class), row.getObject("run_id", UUID.class));
        });
        return all;
    }

    /// Until the end of the transaction.
    void lock(UUID run) {
        var _ = sql.of("""
                SELECT run_id
                  FROM intake.conformance_run
                 WHERE run_id = :run
                   FOR UPDATE
                """)
                .param("run", run)
                .query((row, _) -> row.getObject("run_id", UUID.class))
                .optional();
    }

    void saw(UUID run, String seen, Instant at) {
        sql.of("""
                INSERT INTO intake.conformance_seen (run_id, seen, seen_at)
                VALUES (:run, :seen, :at)
                ON CONFLICT DO NOTHING
                """)
                .param("run", run)
                .param("seen", seen)
                .param("at", Instants.column(at))
                .update();
    }

    /// Everything recognised in a run, also what is only half of a case.
    Set<String> seen(UUID run) {
        return Set.copyOf(sql.of("""
                SELECT seen
                  FROM intake.conformance_seen
                 WHERE run_id = :run
                """)
                .param("run", run)
                .query((row, _) -> row.getString("seen"))
                .list());
    }

    /// Passes a run.
    ///
    /// @return whose it is; empty when it was passed before
    Optional<UUID> pass(UUID run, Instant at) {
        return sql.of("""
                UPDATE intake.conformance_run
                   SET passed_at = :at, ended = true
                 WHERE run_id = :run AND passed_at IS NULL
                RETURNING provider_id
                """)
                .param("run", run)
                .param("at", Instants.column(at))
                .query((row, _) -> row.getObject("provider_id", UUID.class))
                .optional();
    }

    private static Run run(ResultSet row, int ordinal) throws SQLException {
        Set<String> names =
                Arrays.stream(ConformanceCase.values()).map(Enum::name).collect(Collectors.toSet());
        return new Run(
                row.getObject("run_id", UUID.class),
                new CredentialId(row.getObject("credential_id", UUID.class)),
                row.getString("company"),
                Instants.read(row, "started_at"),
                Arrays.stream((String[]) row.getArray("seen").getArray())
                        .filter(names::contains)
                        .map(ConformanceCase::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                Instants.readAbsent(row, "passed_at"));
    }
}

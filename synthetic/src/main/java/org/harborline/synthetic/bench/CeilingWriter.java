// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One connection that files reports as the server does, without the server.
final class CeilingWriter implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement credential;
    private final Way way;
    private final List<PreparedStatement> open;
    private final List<PreparedStatement> finish;
    private final List<PreparedStatement> file;
    // As good as any moment: it is as wide as every other.
    private final OffsetDateTime now = OffsetDateTime.of(2026, 11, 1, 12, 0, 0, 123_456_000, ZoneOffset.UTC);

    CeilingWriter(Connection connection, Script script, Way way) throws SQLException {
        this.connection = connection;
        this.way = way;
        this.credential = connection.prepareStatement(script.statement("credential"));
        this.open = prepared(script.statements("open"));
        this.finish = prepared(script.statements("finish"));
        this.file = prepared(script.statements("file"));
    }

    private List<PreparedStatement> prepared(List<String> statements) throws SQLException {
        var prepared = new ArrayList<PreparedStatement>();
        for (String statement : statements) {
            prepared.add(connection.prepareStatement(statement));
        }
        return prepared;
    }

    void write(long number, Sample sample) throws SQLException {
        switch (way) {
            case TWO_CALLS -> {
                call(() -> open(number, sample));
                call(() -> finish(number, sample));
            }
            case ONE_CALL -> call(() -> file(number, sample));
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void call(Work work) throws SQLException {
        lookUp();
        connection.setAutoCommit(false);
        work.run();
        connection.commit();
        connection.setAutoCommit(true);
    }

    private void file(long number, Sample sample) throws SQLException {
        var texts = sample.texts();
        var row = sample.row();
        var score = sample.score();
        // as far from each other as hashes are
        String hash = String.format(Locale.ROOT, "%016x", number * 0x9E3779B97F4A7C15L)
                .repeat(4);
        run(file.get(0), row.provider(), hash, number, now);
        run(file.get(1), Long.toString(number), texts.keyVersion(), texts.reportKey());
        run(file.get(2), Long.toString(number), texts.keyVersion(), texts.reporterKey());
        run(
                file.get(3),
                number,
                texts.received(),
                texts.sheet(),
                number,
                row.provider(),
                row.providerName(),
                row.type(),
                row.escalated(),
                row.batched(),
                row.incidentAt(),
                row.dropped(),
                now,
                now,
                now,
                now.plusYears(1),
                score.service(),
                score.rubric(),
                score.completeness(),
                score.missing());
        record(file.get(4), number, sample.fact());
    }

    private void lookUp() throws SQLException {
        credential.setString(1, "demo-provider");
        try (var row = credential.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the sample provider has no credential");
            }
        }
    }

    private void open(long number, Sample sample) throws SQLException {
        var texts = sample.texts();
        run(open.get(0), Long.toString(number), texts.keyVersion(), texts.reportKey());
        run(open.get(1), Long.toString(number), texts.keyVersion(), texts.reporterKey());
        var row = sample.row();
        var score = sample.score();
        run(
                open.get(2),
                number,
                texts.received(),
                texts.sheet(),
                number,
                row.provider(),
                row.providerName(),
                row.type(),
                row.escalated(),
                row.batched(),
                row.incidentAt(),
                row.dropped(),
                now,
                now,
                score.service(),
                score.rubric(),
                score.completeness(),
                score.missing());
    }

    private void finish(long number, Sample sample) throws SQLException {
        run(finish.get(0), now, now.plusYears(1), number, sample.row().provider());
        record(finish.get(1), number, sample.fact());
    }

    private void record(PreparedStatement statement, long number, Sample.Fact fact) throws SQLException {
        run(statement, Long.toString(number), fact.actor(), fact.purpose(), fact.requestId(), now, fact.body());
    }

    private static void run(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.execute();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

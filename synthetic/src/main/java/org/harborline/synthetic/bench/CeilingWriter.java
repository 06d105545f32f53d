// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One connection that opens and finishes reports as the server does, without the server.
final class CeilingWriter implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement credential;
    private final List<PreparedStatement> open;
    private final List<PreparedStatement> finish;
    // As good as any moment: it is as wide as every other.
    private final OffsetDateTime now = OffsetDateTime.of(2026, 11, 1, 12, 0, 0, 123_456_000, ZoneOffset.UTC);

    CeilingWriter(Connection connection, Script script) throws SQLException {
        this.connection = connection;
        this.credential = connection.prepareStatement(script.statement("credential"));
        this.open = prepared(script.statements("open"));
        this.finish = prepared(script.statements("finish"));
    }

    private List<PreparedStatement> prepared(List<String> statements) throws SQLException {
        var prepared = new ArrayList<PreparedStatement>();
        for (String statement : statements) {
            prepared.add(connection.prepareStatement(statement));
        }
        return prepared;
    }

    void write(long number, Sample sample) throws SQLException {
        lookUp();
        connection.setAutoCommit(false);
        open(number, sample);
        connection.commit();
        connection.setAutoCommit(true);
        lookUp();
        connection.setAutoCommit(false);
        finish(number, sample);
        connection.commit();
        connection.setAutoCommit(true);
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
                now);
    }

    private void finish(long number, Sample sample) throws SQLException {
        run(finish.get(0), now, now.plusYears(1), number, sample.row().provider());
        var fact = sample.fact();
        run(finish.get(1), Long.toString(number), fact.actor(), fact.purpose(), fact.requestId(), now, fact.body());
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

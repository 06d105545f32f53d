// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// The one connection that orders facts, without hashing or signing them.
final class CeilingSequencer implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement order;
    private final PreparedStatement head;
    private final PreparedStatement notify;
    private final Sample.Fact sample;
    private final int atATime;
    private final Semaphore committed = new Semaphore(0);
    private final AtomicBoolean ended = new AtomicBoolean();
    private long position;

    /// @param atATime how many facts it waits for
    CeilingSequencer(Connection connection, Script script, Sample.Fact sample, int atATime) throws SQLException {
        this.connection = connection;
        var statements = script.statements("order");
        this.order = connection.prepareStatement(statements.get(0));
        this.head = connection.prepareStatement(statements.get(1));
        this.notify = connection.prepareStatement(statements.get(2));
        this.sample = sample;
        this.atATime = atATime;
        connection.setAutoCommit(false);
        try (var last = connection.createStatement();
                var row = last.executeQuery("SELECT coalesce(max(position), 0) FROM ceiling.entry")) {
            row.next();
            position = row.getLong(1);
        }
        connection.commit();
    }

    /// One more fact can be ordered.
    void committed() {
        committed.release();
    }

    /// No more facts come; what is left is ordered and the work is done.
    void end() {
        ended.set(true);
    }

    void work() throws SQLException, InterruptedException {
        while (!ended.get()) {
            if (committed.tryAcquire(atATime, 10, TimeUnit.MILLISECONDS)) {
                committed.drainPermits();
                order();
            }
        }
        order();
    }

    private void order() throws SQLException {
        order.setLong(1, position);
        order.setString(2, sample.salt());
        order.setString(3, sample.leaf());
        order.setString(4, sample.chain());
        order.setString(5, sample.mark());
        int taken = order.executeUpdate();
        if (taken > 0) {
            position += taken;
            head.setLong(1, position);
            head.setString(2, sample.chain());
            // an Ed25519 signature is as wide as two such hashes
            head.setString(3, sample.chain() + sample.chain());
            head.setObject(4, OffsetDateTime.of(2026, 11, 1, 12, 0, 0, 0, ZoneOffset.UTC));
            head.executeUpdate();
            notify.execute();
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

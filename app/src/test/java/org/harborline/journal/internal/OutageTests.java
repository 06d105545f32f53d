// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Transactions;
import org.harborline.platform.testing.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/// The database breaks every connection, as when it dies and is started again.
@SpringBootTest(properties = "harborline.test.context=outage")
class OutageTests {

    private static final Actor TESTER = Actor.system("outage-tests");

    @FactType("test.lamp-lit")
    record LampLit(long lamp) implements Fact {
        @Override
        public RecordRef subject() {
            return RecordRef.of("lamp", lamp);
        }
    }

    @Autowired
    Journal journal;

    @Autowired
    Transactions transactions;

    @Value("${harborline.database.url}")
    String url;

    private void light(long lamp) {
        transactions.run(() -> journal.record(TESTER, new LampLit(lamp)));
    }

    private void breakEveryConnection() throws SQLException {
        try (var connection = DriverManager.getConnection(url, "postgres", "unused");
                var statement = connection.createStatement()) {
            statement.execute("""
                    SELECT pg_terminate_backend(pid)
                      FROM pg_stat_activity
                     WHERE datname = current_database()
                       AND pid <> pg_backend_pid()
                    """);
        }
    }

    @Test
    void whatIsRecordedAfterAnOutageIsOrderedAndTakenUp() throws SQLException {
        for (long lamp = 1; lamp <= 3; lamp++) {
            long lit = lamp;
            breakEveryConnection();
            Eventually.holds(() -> {
                try {
                    light(lit);
                } catch (RuntimeException notYet) {
                    throw new AssertionError("the pool still has broken connections", notYet);
                }
            });
            Eventually.holds(() -> assertThat(journal.of(TESTER, RecordRef.of("lamp", lit), 0, 10))
                    .isNotEmpty());
            Eventually.holds(() -> assertThat(journal.backlog(TESTER).isEmpty()).isTrue());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.Filings;
import org.harborline.intake.SampleDocuments;
import org.harborline.intake.SentDocument;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.testing.Eventually;
import org.harborline.platform.testing.TestServer;
import org.harborline.registry.Organisations;
import org.harborline.registry.ProviderId;
import org.harborline.registry.RegisterProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/// The ceiling of `bench intake` writes the rows of the server by statements of its own. Here, because only here are
/// the
/// tables that they must fit.
@SpringBootTest
class CeilingScriptTests {

    private static final Actor SYSTEM = Actor.system("bench-tests");

    @Value("${harborline.database.url}")
    String url;

    @Autowired
    Organisations organisations;

    @Autowired
    Filings filings;

    private final Script script = script();

    private static Script script() {
        try {
            return Script.named("intake-ceiling.sql");
        } catch (IOException cannot) {
            throw new java.io.UncheckedIOException(cannot);
        }
    }

    @Test
    void writesWhatTheServerHasStored() throws SQLException, InterruptedException {
        file();
        TestServer.asSuperuser(url, script.statements("prepare").toArray(String[]::new));
        Sample sample = sample();

        try (var sequencer = new CeilingSequencer(connection(), script, sample.fact(), 1);
                var two = new CeilingWriter(connection(), script, Way.TWO_CALLS);
                var one = new CeilingWriter(connection(), script, Way.ONE_CALL)) {
            two.write(1, sample);
            one.write(2, sample);
            sequencer.end();
            sequencer.work();
        }

        assertThat(count("SELECT count(*) FROM ceiling.report WHERE state = 'FINISHED'"))
                .isEqualTo(2);
        assertThat(count("SELECT count(*) FROM ceiling.entry")).isEqualTo(2);
    }

    private void file() {
        ProviderId company = organisations.registerProvider(
                SYSTEM, new RegisterProvider("bench-" + UUID.randomUUID(), "Bench", List.of()));
        var sender = new Actor(
                UUID.randomUUID().toString(),
                ActorKind.PROVIDER,
                EnumSet.of(Permission.REPORT_FILE),
                company.ref(),
                null);
        byte[] minimal = SampleDocuments.text("minimal").getBytes(StandardCharsets.UTF_8);
        var report = filings.submit(sender, new SentDocument("Bench", minimal, "UTF-8"))
                .report();
        assertThat(report).isNotNull();
        filings.finish(sender, report.value());
    }

    private Sample sample() throws SQLException {
        Eventually.holds(
                () -> assertThat(count("SELECT count(*) FROM journal.entry WHERE fact_type = 'intake.report-filed'"))
                        .isPositive());
        try (var connection = connection()) {
            return Sample.read(connection, script.statement("sample")).getFirst();
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "");
    }

    private long count(String statement) {
        try (var connection = connection();
                var rows = connection.createStatement().executeQuery(statement)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException cannot) {
            throw new AssertionError(cannot);
        }
    }

    @AfterEach
    void remove() {
        TestServer.asSuperuser(url, "DROP SCHEMA IF EXISTS ceiling CASCADE");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.harborline.intake.SchemaDocuments;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.testing.Eventually;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/// Whoever steals the database, its log files or the server's log reads nothing of what people wrote.
///
/// Knowingly public, and so not planted: names and codes of providers and agencies and what agencies cover, which is a
/// register of organisations that publish themselves; the user names of provider credentials, which the server makes;
/// report numbers, times, incident types and other codes; and that two records hold the same value, which equal blind
/// keys say. Passwords and secrets are planted as well, though only their hashes are kept.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedValuesTests {

    private static final String MESSAGE = "planted message of a failure ";
    private static final PlantedValues VALUES = new PlantedValues();

    /// Fails on every filed report, quoting what it worked on, as libraries do.
    static class Stumbling {

        @Bean
        Follower stumbler() {
            return new Follower() {
                @Override
                public String name() {
                    return "stumbler";
                }

                @Override
                public Set<Class<? extends Fact>> follows() {
                    return Set.of(ReportFiled.class);
                }

                @Override
                public Changes prepare(List<Followed> batch) {
                    throw new IllegalStateException(
                            MESSAGE + VALUES.text("message of a failure"),
                            new IllegalArgumentException(VALUES.text("message of a cause")));
                }
            };
        }
    }

    /// Every event at the levels that are in force, as it would be written.
    private static final class Kept extends AppenderBase<ILoggingEvent> {

        final List<String> lines = new CopyOnWriteArrayList<>();
        private final PatternLayout layout = new PatternLayout();

        @Override
        public void start() {
            layout.setContext(getContext());
            layout.setPattern("%level %logger %msg %mdc %ex{full}");
            layout.start();
            super.start();
        }

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(layout.doLayout(event));
        }
    }

    @TempDir
    static Path directory;

    private final Kept kept = new Kept();
    private ConfigurableApplicationContext server;
    private Refusing mail;
    private Path data;

    @BeforeAll
    void goTheWholeWay() throws IOException {
        mail = new Refusing();
        data = directory.resolve("data");
        server = new SpringApplicationBuilder(Harborline.class, Stumbling.class)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--harborline.data=" + data,
                        "--harborline.mode=sandbox",
                        "--harborline.access.sample-sign-ins=true",
                        "--server.port=0",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + mail.port(),
                        "--harborline.outbound.mail-from=duty@clearinghouse.example",
                        "--harborline.outbound.hosts="
                                + URI.create(VALUES.location(PlantedWay.ROTA_WEBHOOK))
                                        .getHost());
        var logs = (LoggerContext) LoggerFactory.getILoggerFactory();
        kept.setContext(logs);
        kept.start();
        logs.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(kept);
        int port = ((WebServerApplicationContext) server).getWebServer().getPort();
        var way = new PlantedWay(server, port, VALUES);
        way.people();
        way.walk();
        way.refusals();
        way.pages();
        PlantedDoor.walk(server, VALUES);
        way.settle();
    }

    @AfterAll
    void stop() throws IOException {
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger(Logger.ROOT_LOGGER_NAME)
                .detachAppender(kept);
        server.close();
        mail.close();
    }

    private Connection owner() throws IOException, SQLException {
        String port = Files.readString(data.resolve("database.port")).strip();
        var passwords = new Properties();
        try (var file = Files.newBufferedReader(directory.resolve("data.keys/database.properties"))) {
            passwords.load(file);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/harborline", "postgres", passwords.getProperty("postgres"));
    }

    /// The system's own tables too: statistics about columns hold samples of what is in them. What is kept in parts is
    /// searched in its parts.
    private static List<String> tables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT quote_ident(nspname) || '.' || quote_ident(relname)
                          FROM pg_catalog.pg_class
                          JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace
                         WHERE relkind = 'r'
                         ORDER BY 1""")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private Map<String, Set<String>> foundInTables(Search search) throws IOException, SQLException {
        var found = new TreeMap<String, Set<String>>();
        try (Connection connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE");
            for (String table : tables(connection)) {
                var copy = new ByteArrayOutputStream();
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", copy);
                Set<String> here = search.in(copy.toByteArray());
                if (!here.isEmpty()) {
                    found.put(table, here);
                }
            }
        }
        return found;
    }

    private static Search search() {
        return new Search(VALUES.forms());
    }

    @Test
    void everyTextFieldOfTheSchemaHoldsAValueOfItsOwn() {
        assertThat(VALUES.all().keySet())
                .filteredOn(place -> place.startsWith("first:report/") || place.startsWith("item:fileDetails/"))
                .hasSizeGreaterThan(120);
        for (String document : List.of("report", "fileDetails")) {
            assertThat(SchemaDocuments.fields(document)).hasSizeGreaterThan(10);
        }
    }

    @Test
    void noTableHoldsAnythingThatSomebodyWrote() throws IOException, SQLException {
        assertThat(foundInTables(search())).isEmpty();
    }

    @Test
    void noFileOfTheInstallationHoldsAnythingThatSomebodyWrote() throws IOException {
        assertThat(data.resolve("database/pg_wal")).isNotEmptyDirectory();
        assertThat(data.resolve("database/log")).isNotEmptyDirectory();
        assertThat(search().below(directory)).isEmpty();
    }

    @Test
    void noLineOfTheServersLogHoldsAnythingThatSomebodyWrote() {
        Eventually.holds(() -> assertThat(kept.lines)
                .anyMatch(line -> line.contains("stumbler parks fact"))
                .anyMatch(line -> line.contains("triage.deliver-page"))
                .anyMatch(line -> line.contains("intake.tell-provider")));
        assertThat(mail.refused()).isPositive();
        // the layout engine prints past the log when it is let
        assertThat(XRLog.isLoggingEnabled()).isFalse();
        byte[] log = String.join("\n", kept.lines).getBytes(StandardCharsets.UTF_8);
        assertThat(search().in(log)).isEmpty();
        assertThat(kept.lines).noneMatch(line -> line.contains(MESSAGE));
    }

    @Test
    void aParkedFactSaysWhereItFailedAndNotWhatItWorkedOn() {
        assertThat(server.getBean(Journal.class).parked(Actor.system("planted")))
                .isNotEmpty()
                .allSatisfy(parked -> assertThat(parked.reason()).startsWith("IllegalStateException"));
    }

    @Test
    void theSearchFindsEveryFormWhereverItStands() throws IOException, SQLException {
        String secret = "Probe Heron-9999 Quill9999";
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        var search = new Search(
                PlantedValues.formsOf(secret).stream().collect(Collectors.toMap(form -> form, _ -> "probe")));
        assertThat(foundInTables(search)).isEmpty();
        for (String form : List.of(
                secret,
                "probe heron 9999 quill9999",
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getEncoder().encodeToString(("1" + secret + "22").getBytes(StandardCharsets.UTF_8)),
                Base64.getUrlEncoder().encodeToString(("12" + secret).getBytes(StandardCharsets.UTF_8)))) {
            assertThat(search.in(form.getBytes(StandardCharsets.UTF_8)))
                    .as(form)
                    .isNotEmpty();
        }
        plant(secret);
        assertThat(foundInTables(search)).containsKey("registry.data_file");
        assertThat(search.below(directory).keySet())
                .anyMatch(file -> file.toString().contains("pg_wal"))
                .anyMatch(file -> file.toString().contains("database/log"));
        remove(secret);
    }

    private void plant(String secret) throws IOException, SQLException {
        try (Connection connection = owner();
                var insert = connection.prepareStatement("INSERT INTO registry.data_file VALUES (?, '1', now())")) {
            insert.setString(1, secret);
            insert.executeUpdate();
            try (var statement = connection.createStatement()) {
                statement.execute("DO $$ BEGIN RAISE WARNING '" + secret + "'; END $$");
            }
        }
    }

    private void remove(String secret) throws IOException, SQLException {
        try (Connection connection = owner();
                var delete = connection.prepareStatement("DELETE FROM registry.data_file WHERE name = ?")) {
            delete.setString(1, secret);
            delete.executeUpdate();
        }
    }
}

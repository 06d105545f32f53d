// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.harborline.Harborline;
import org.harborline.platform.CommandLine;
import org.harborline.platform.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/// What the doctor says about an installation that is well, and about each thing that can be wrong with one.
@ExtendWith(OutputCaptureExtension.class)
class DoctorTests {

    private static final List<String> ALL = List.of(
            "java",
            "database",
            "durability",
            "database log",
            "help lines",
            "scheme",
            "roles",
            "tables",
            "keys",
            "rotation",
            "key permissions",
            "keys exported",
            "passphrase",
            "hand-over",
            "parked facts",
            "conservation",
            "jobs",
            "suggested links",
            "heads file",
            "disk space",
            "clock",
            "last backup",
            "mail",
            "rota",
            "coverage",
            "agencies",
            "companies",
            "location map",
            "match rules");

    @TempDir
    Path directory;

    private String url = "";

    private Path data() {
        return directory.resolve("data");
    }

    private List<String> settings() {
        var settings = new ArrayList<>(List.of("--harborline.data=" + data()));
        if (!url.isEmpty()) {
            settings.add("--harborline.database.url=" + url);
            settings.add("--harborline.database.user=postgres");
            settings.add("--harborline.database.password=unused");
        }
        return settings;
    }

    private ConfigurableApplicationContext start() {
        var arguments = new ArrayList<>(settings());
        arguments.add("--harborline.mode=sandbox");
        arguments.add("--harborline.access.sample-sign-ins=true");
        arguments.add("--server.port=0");
        return new SpringApplicationBuilder(Harborline.class)
                .web(WebApplicationType.SERVLET)
                .run(arguments.toArray(String[]::new));
    }

    private int command(String... words) {
        var arguments = new ArrayList<>(Arrays.asList(words));
        arguments.addAll(settings());
        return CommandLine.run(Harborline.class, arguments.toArray(String[]::new));
    }

    /// The sheet, line by line.
    private record Sheet(int exit, Map<String, String> lines) {

        void assertLine(String name, String state, String words) {
            assertThat(lines.get(name)).as(name).startsWith(state).contains(words);
        }
    }

    private Sheet doctor(CapturedOutput output, String... more) {
        int from = output.getOut().length();
        var words = new ArrayList<>(List.of("doctor"));
        words.addAll(List.of(more));
        int exit = command(words.toArray(String[]::new));
        var lines = new TreeMap<String, String>();
        output.getOut()
                .substring(from)
                .lines()
                .filter(line -> line.length() > 28)
                .forEach(line -> {
                    String state = line.substring(0, 8).strip();
                    if (List.of("good", "warning", "WRONG").contains(state)) {
                        lines.put(line.substring(9, 27).strip(), state + " " + line.substring(28));
                    }
                });
        return new Sheet(exit, lines);
    }

    private void execute(String statement) {
        try (var connection = DriverManager.getConnection(url, "postgres", "unused");
                var change = connection.createStatement()) {
            change.execute(statement);
        } catch (SQLException cannot) {
            throw new AssertionError(cannot);
        }
    }

    @Test
    void findsNothingWrongWithAnInstallationThatRunsNorWhenItIsStopped(CapturedOutput output) throws IOException {
        try (var server = start()) {
            assertThat(server.isActive()).isTrue();
            Sheet running = doctor(output);
            assertThat(running.lines().keySet()).containsExactlyInAnyOrderElementsOf(ALL);
            assertThat(running.exit()).as("%s", running.lines()).isZero();
            running.assertLine("keys exported", "warning", "export-keys");
            running.assertLine("last backup", "warning", "No backup was ever made");
            running.assertLine("mail", "warning", "SPRING_MAIL_HOST");
            running.assertLine("rota", "warning", "/operator/rota");
            running.assertLine("agencies", "warning", "/registry/agencies");
            running.assertLine("location map", "warning", "HARBORLINE_LOCATION_DATABASE");
            running.assertLine("passphrase", "warning", "HARBORLINE_KEYS_PASSPHRASE_FILE");
            assertThat(command("export-keys", "--to", directory.resolve("copy").toString()))
                    .isZero();
            assertThat(command("backup", "--to", directory.resolve("backup").toString()))
                    .isZero();
        }
        Path passphrase = Files.writeString(directory.resolve("passphrase"), "a long enough sentence\n");
        String withPassphrase = "--harborline.keys.passphrase-file=" + passphrase;
        doctor(output, withPassphrase).assertLine("passphrase", "warning", "not protected by it");
        assertThat(command("rotate-keys", withPassphrase)).isZero();
        doctor(output, withPassphrase).assertLine("passphrase", "warning", "chmod 600");
        Files.setPosixFilePermissions(passphrase, PosixFilePermissions.fromString("rw-------"));

        doctor(output, withPassphrase).assertLine("keys exported", "warning", "export-keys");
        Files.delete(directory.resolve("copy/keyset.json"));
        Files.delete(directory.resolve("copy/database.properties"));
        Files.delete(directory.resolve("copy"));
        assertThat(command("export-keys", "--to", directory.resolve("copy").toString()))
                .isZero();
        Sheet stopped = doctor(
                output,
                withPassphrase,
                "--harborline.mode=sandbox",
                "--spring.mail.host=mail.example",
                "--harborline.outbound.mail-from=a@b.example");
        assertThat(stopped.lines().keySet()).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(stopped.lines().values()).allSatisfy(line -> assertThat(line).startsWith("good"));
        assertThat(stopped.exit()).isZero();
    }

    @Test
    void namesEverythingThatIsWrongAtOnce(CapturedOutput output) throws IOException {
        url = TestServer.newDatabase();
        start().close();
        String application = url.substring(url.lastIndexOf('/') + 1) + "_app";
        assertThat(doctor(output).exit()).isZero();

        execute("GRANT UPDATE ON journal.entry TO " + application);
        execute("UPDATE migration.flyway_schema_history_registry SET checksum = 7");
        Files.setPosixFilePermissions(
                directory.resolve("data.keys/keyset.json"), PosixFilePermissions.fromString("rw-r--r--"));
        execute(
                "INSERT INTO journal.inbox (fact_type, fact_version, subject_kind, subject_id, actor, recorded_at, body)"
                        + " VALUES ('test.bell-rung', 1, 'bell', '1', 'system:tests', now() - interval '5 minutes', '{}')");
        execute("UPDATE journal.inbox SET recorded_at = now() - interval '5 minutes'");
        execute("INSERT INTO journal.parked VALUES ('linking', 1, 'test.bell-rung', 'bell', '1', 'a reason', now())");
        execute(
                "INSERT INTO intake.report SELECT 4711, uuidv7(), 'Example Chat', 'FINISHED', 'ENTICEMENT', false, false,"
                        + " now(), 0, 0, now(), now(), now(), now()");
        execute("INSERT INTO journal.head VALUES (900, 'x', 'y', now() - interval '1 hour')");
        execute("UPDATE registry.coverage SET verified_on = '2020-01-01'");
        execute("UPDATE access.account SET name_key_version = 7");

        Sheet sheet = doctor(output);
        assertThat(sheet.exit()).isEqualTo(1);
        sheet.assertLine("roles", "WRONG", "may change journal.entry");
        sheet.assertLine("tables", "WRONG", "registry");
        sheet.assertLine("key permissions", "WRONG", "chmod 700");
        sheet.assertLine("hand-over", "WRONG", "have no position");
        sheet.assertLine("parked facts", "WRONG", "/operator/parked");
        sheet.assertLine("conservation", "WRONG", "reports (4711)");
        sheet.assertLine("heads file", "WRONG", "position 900");
        sheet.assertLine("rotation", "warning", "rotate-keys --blind");
        sheet.assertLine("coverage", "warning", "confirm the entries");
        sheet.assertLine("java", "good", "Java");
        sheet.assertLine("database", "good", "PostgreSQL");
        sheet.assertLine("keys", "good", "is this database's");

        Files.delete(directory.resolve("data.heads/journal-heads"));
        doctor(output).assertLine("heads file", "WRONG", "is missing");
    }

    @Test
    void namesAFollowerThatStandsStillARebuildThatWasStoppedAndAHiddenLoss(CapturedOutput output) {
        url = TestServer.newDatabase();
        start().close();
        execute(
                "INSERT INTO journal.entry SELECT 100000, 'intake.report-filed', 1, 'report', '4712', 'system:tests', NULL,"
                        + " NULL, NULL, NULL, now() - interval '5 minutes', '{}', 'x', 'x', 'x', 'x'");
        doctor(output).assertLine("hand-over", "WRONG", "has left a fact waiting");
        execute("UPDATE journal.cursor SET rebuilding_to = position WHERE follower = 'linking'");
        doctor(output).assertLine("hand-over", "WRONG", "./harborline rebuild linking");
        execute("DELETE FROM journal.entry WHERE position = 100000");
        execute("INSERT INTO journal.balance VALUES ('reports', now(), now(), 1, 2, '{4713}')"
                + " ON CONFLICT (law) DO UPDATE SET looks_apart = 2, astray = '{4713}'");
        doctor(output).assertLine("conservation", "WRONG", "reports (4713)");
    }

    @Test
    void tellsWhatKeepsAServerFromStarting(CapturedOutput output) throws IOException {
        url = TestServer.newDatabase();
        start().close();
        execute("DELETE FROM migration.flyway_schema_history_registry WHERE version = '1'");
        doctor(output).assertLine("tables", "WRONG", "start the server");

        Path keyFile = directory.resolve("data.keys/keyset.json");
        String keys = Files.readString(keyFile);
        Files.writeString(keyFile, keys.replaceFirst("\"id\":\"[^\"]+\"", "\"id\":\"another\""));
        Sheet otherKeys = doctor(output);
        assertThat(otherKeys.exit()).isEqualTo(1);
        otherKeys.assertLine("keys", "WRONG", "belongs to another database");
        otherKeys.assertLine("database", "good", "PostgreSQL");
        Files.writeString(keyFile, keys);

        execute("ALTER ROLE " + url.substring(url.lastIndexOf('/') + 1) + "_app SET synchronous_commit = off");
        Sheet careless = doctor(output);
        assertThat(careless.exit()).isEqualTo(1);
        careless.assertLine("durability", "WRONG", "synchronous_commit");
        careless.assertLine("database", "good", "PostgreSQL");

        url = "jdbc:postgresql://127.0.0.1:1/none";
        Sheet noDatabase = doctor(output);
        assertThat(noDatabase.exit()).isEqualTo(1);
        noDatabase.assertLine("database", "WRONG", "must be reachable");
        noDatabase.assertLine("java", "good", "Java");
        noDatabase.assertLine("disk space", "", "MB are free");
    }

    @Test
    void tellsThatThereIsNoInstallation(CapturedOutput output) {
        Sheet sheet = doctor(output);
        assertThat(sheet.exit()).isEqualTo(1);
        sheet.assertLine("database", "WRONG", "There is no installation in");
        assertThat(data()).doesNotExist();
    }
}

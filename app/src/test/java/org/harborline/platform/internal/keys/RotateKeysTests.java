// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.harborline.Harborline;
import org.harborline.platform.Actor;
import org.harborline.platform.CommandLine;
import org.harborline.platform.KeyUse;
import org.harborline.platform.Keyset;
import org.harborline.platform.RecordRef;
import org.harborline.platform.StartRefused;
import org.harborline.platform.Transactions;
import org.harborline.platform.testing.Eventually;
import org.harborline.platform.testing.TestServer;
import org.harborline.vault.Compartment;
import org.harborline.vault.FieldId;
import org.harborline.vault.SealedText;
import org.harborline.vault.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/// Rotation of keys of a whole installation, running and stopped, and stopped in the middle.
@ExtendWith(OutputCaptureExtension.class)
class RotateKeysTests {

    /// A server with other keys. It does not count as gone while commands start, however long that takes.
    private static final String OTHER_SERVER = "INSERT INTO platform.node VALUES"
            + " ('00000000-0000-7000-8000-000000000009', 'other keys', now() + interval '10 minutes')";

    private static final Actor SYSTEM = Actor.system("rotate-tests");
    private static final FieldId NOTE = new FieldId("test.note");
    private static final byte[] SIGNED = "signed before".getBytes(StandardCharsets.UTF_8);
    private static final int RECORDS = 1200;

    @TempDir
    Path directory;

    private final String url = TestServer.newDatabase();

    private List<String> settings() {
        return List.of(
                "--harborline.data=" + data(),
                "--harborline.database.url=" + url,
                "--harborline.database.user=postgres",
                "--harborline.database.password=unused");
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path keyFile() {
        return directory.resolve("data.keys/keyset.json");
    }

    private ConfigurableApplicationContext start() {
        var arguments = new ArrayList<>(settings());
        arguments.add("--harborline.mode=sandbox");
        arguments.add("--server.port=0");
        return new SpringApplicationBuilder(Harborline.class)
                .web(WebApplicationType.SERVLET)
                .run(arguments.toArray(String[]::new));
    }

    private int command(String... words) {
        var arguments = new ArrayList<>(List.of(words));
        arguments.addAll(settings());
        return CommandLine.run(Harborline.class, arguments.toArray(String[]::new));
    }

    private long count(String statement) {
        try (var connection = DriverManager.getConnection(url, "postgres", "unused");
                var rows = connection.createStatement().executeQuery(statement)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException cannot) {
            throw new AssertionError(cannot);
        }
    }

    private void execute(String statement) {
        try (var connection = DriverManager.getConnection(url, "postgres", "unused");
                var change = connection.createStatement()) {
            change.execute(statement);
        } catch (SQLException cannot) {
            throw new AssertionError(cannot);
        }
    }

    private long versions(String purpose) {
        return count("SELECT count(*) FROM platform.key_version WHERE purpose = '" + purpose + "'");
    }

    private long notUnder(int version) {
        return count(
                "SELECT count(*) FROM vault.record_key WHERE compartment = 'report' AND kek_version <> " + version);
    }

    private static RecordRef record(int number) {
        return RecordRef.of("note", new UUID(7, number));
    }

    private static SealedText sealed(ConfigurableApplicationContext server, int from, int to) {
        var vault = server.getBean(Vault.class);
        return server.getBean(Transactions.class).write(() -> {
            SealedText last = new SealedText("");
            for (int number = from; number < to; number++) {
                last = vault.create(SYSTEM, record(number), Compartment.REPORT)
                        .seal(NOTE, "-", "[note " + number + "]");
            }
            return last;
        });
    }

    private static String opened(ConfigurableApplicationContext server, int number, SealedText sealed) {
        return server.getBean(Vault.class)
                .open(SYSTEM, record(number), Compartment.REPORT)
                .orElseThrow()
                .open(NOTE, "-", sealed);
    }

    private static int openable(ConfigurableApplicationContext server, int records) {
        var all = new ArrayList<RecordRef>();
        for (int number = 0; number < records; number++) {
            all.add(record(number));
        }
        return server.getBean(Vault.class)
                .openAll(SYSTEM, all, Compartment.REPORT)
                .size();
    }

    private static int wrappingVersion(ConfigurableApplicationContext server) {
        return server.getBean(Keyset.class).wrappingVersion("report");
    }

    @Test
    void aRunningServerTakesNewKeysUpAndGoesOnWithEverythingThatTheOldOnesDid()
            throws GeneralSecurityException, IOException {
        Path published = directory.resolve("data.public-key.json");
        try (var server = start()) {
            SealedText sealed = sealed(server, 0, 30);
            byte[] signature = server.getBean(Keyset.class).signer().sign(SIGNED);
            int before = wrappingVersion(server);
            String key = Files.readString(published);
            assertThat(command("export-keys", "--to", directory.resolve("copy").toString()))
                    .isZero();

            assertThat(command("rotate-keys")).isZero();

            assertThat(wrappingVersion(server)).isNotEqualTo(before);
            assertThat(notUnder(wrappingVersion(server))).isZero();
            assertThat(opened(server, 29, sealed)).isEqualTo("[note 29]");
            server.getBean(Keyset.class).verifier().verify(signature, SIGNED);
            byte[] again = server.getBean(Keyset.class).signer().sign(SIGNED);
            assertThat(again).isNotEqualTo(signature);
            assertThat(Files.readString(published)).isNotEqualTo(key).contains(keyId(key));
            assertThat(directory.resolve("data.keys/exported"))
                    .as("the exported copy lacks the new keys")
                    .doesNotExist();
            assertThat(opened(server, 40, sealed(server, 40, 41))).isEqualTo("[note 40]");
            assertThat(command("prove")).isZero();
        }
        try (var server = start()) {
            assertThat(openable(server, 30)).isEqualTo(30);
        }
    }

    private static String keyId(String published) {
        var id = java.util.regex.Pattern.compile("\"keyId\":(\\d+)").matcher(published);
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    @Test
    void aServerAcceptsRecordsAllThroughARotation() throws InterruptedException {
        try (var server = start()) {
            var failures = new java.util.concurrent.atomic.AtomicReference<Throwable>();
            var stop = new java.util.concurrent.atomic.AtomicBoolean();
            var made = new java.util.concurrent.atomic.AtomicInteger();
            Thread writer = Thread.ofPlatform().start(() -> {
                try {
                    while (!stop.get()) {
                        int number = made.get();
                        SealedText sealed = sealed(server, number, number + 1);
                        assertThat(opened(server, number, sealed)).isEqualTo("[note " + number + "]");
                        made.incrementAndGet();
                    }
                } catch (RuntimeException | Error failure) {
                    failures.set(failure);
                }
            });
            Eventually.holds(() -> assertThat(made.get()).isGreaterThan(20));
            assertThat(command("rotate-keys")).isZero();
            stop.set(true);
            writer.join();
            assertThat(failures.get()).isNull();
            assertThat(notUnder(wrappingVersion(server))).isZero();
            assertThat(openable(server, made.get())).isEqualTo(made.get());
        }
    }

    @Test
    void goesOnAfterItWasKilledInTheMiddleOfRewrapping() throws Exception {
        SealedText sealed;
        try (var server = start()) {
            sealed = sealed(server, 0, RECORDS);
        }
        killedInTheMiddle();

        try (var server = start()) {
            assertThat(notUnder(wrappingVersion(server))).isBetween(1L, RECORDS - 500L);
            assertThat(openable(server, RECORDS)).isEqualTo(RECORDS);
            assertThat(opened(server, RECORDS - 1, sealed)).isEqualTo("[note " + (RECORDS - 1) + "]");
        }
        assertThat(command("rotate-keys")).isZero();
        assertThat(versions("wrap.report")).as("no further key was made").isEqualTo(2);
        try (var server = start()) {
            assertThat(notUnder(wrappingVersion(server))).isZero();
            assertThat(openable(server, RECORDS)).isEqualTo(RECORDS);
        }
    }

    /// Runs the command in a process of its own, lets it come to a locked row of the second batch, and kills it there.
    private void killedInTheMiddle() throws Exception {
        try (var connection = DriverManager.getConnection(url, "postgres", "unused")) {
            connection.setAutoCommit(false);
            connection
                    .createStatement()
                    .execute("SELECT FROM vault.record_key WHERE record_id = '"
                            + record(700).id() + "' FOR UPDATE");
            long before = count("SELECT min(version) FROM platform.key_version WHERE purpose = 'wrap.report'");
            var words = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    Harborline.class.getName(),
                    "rotate-keys"));
            words.addAll(settings());
            Process rotating = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("rotating.log").toFile())
                    .start();
            try {
                Eventually.holds(Duration.ofMinutes(2), () -> {
                    assertThat(count("SELECT count(*) FROM vault.record_key WHERE compartment = 'report'"
                                    + " AND kek_version <> " + before))
                            .isGreaterThanOrEqualTo(500);
                    assertThat(count("SELECT count(*) FROM pg_locks WHERE NOT granted"))
                            .isPositive();
                });
            } finally {
                rotating.destroyForcibly().waitFor();
            }
            connection.rollback();
        }
    }

    @Test
    void goesOnWhereverItStopped() {
        try (var server = start()) {
            sealed(server, 0, 600);
            int rotations = 0;
            for (String last : List.of("file written", "added", "promoted", "partly renewed")) {
                stopped(server.getBean(KeyRotation.class), last);
                assertThat(openable(server, 600)).as(last).isEqualTo(600);

                assertThat(command("rotate-keys")).as(last).isZero();
                assertThat(versions("wrap.report"))
                        .as("no further key was made after " + last)
                        .isEqualTo(++rotations + 1);
                assertThat(notUnder(wrappingVersion(server))).as(last).isZero();
                assertThat(openable(server, 600)).as(last).isEqualTo(600);
            }
        }
    }

    private void stopped(KeyRotation rotation, String last) {
        rotation.add(KeyUse.Kind.WRAPPING);
        if (last.equals("file written")) {
            execute(
                    "DELETE FROM platform.key_version WHERE recorded_at = (SELECT max(recorded_at) FROM platform.key_version)"
                            + " AND purpose = 'wrap.report'");
        }
        if (last.equals("promoted") || last.equals("partly renewed")) {
            rotation.promote(KeyUse.Kind.WRAPPING);
        }
        if (last.equals("partly renewed")) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> rotation.renew(KeyUse.Kind.WRAPPING, (use, _) -> {
                        if (use.what().equals("record keys")) {
                            throw new IllegalStateException("stopped");
                        }
                    }));
        }
    }

    @Test
    void promotesNothingBeforeEveryRunningServerHasTheNewKeys() throws IOException {
        int before;
        try (var server = start()) {
            before = wrappingVersion(server);
        }
        execute(OTHER_SERVER);
        assertThat(command("rotate-keys", "--harborline.keys.patience=1s")).isEqualTo(1);
        assertThat(versions("wrap.report")).isEqualTo(2);
        execute("UPDATE platform.node SET seen_at = now() - interval '2 minutes'");
        try (var server = start()) {
            assertThat(wrappingVersion(server)).as("still the old key").isEqualTo(before);
        }
        assertThat(command("rotate-keys")).isZero();
        assertThat(versions("wrap.report")).isEqualTo(2);
        try (var server = start()) {
            assertThat(wrappingVersion(server)).isNotEqualTo(before);
        }
    }

    @Test
    void refusesASecondRotationWhileOneRuns(CapturedOutput output) throws InterruptedException {
        start().close();
        execute(OTHER_SERVER);
        var first = new AtomicInteger(-1);
        Thread rotating = Thread.ofPlatform().start(() -> first.set(command("rotate-keys")));
        Eventually.holds(
                Duration.ofMinutes(1), () -> assertThat(versions("wrap.report")).isEqualTo(2));

        assertThat(command("rotate-keys", "--harborline.keys.patience=1s")).isEqualTo(1);
        assertThat(command("rotate-keys", "--blind")).isEqualTo(1);
        assertThat(command("rotate-keys", "--retire")).isEqualTo(1);
        assertThat(output.getErr().lines().filter(line -> line.startsWith("Another rotation of keys runs")))
                .hasSize(3);

        execute("DELETE FROM platform.node");
        rotating.join();
        assertThat(first).hasValue(0);
        assertThat(versions("wrap.report")).isEqualTo(2);
        assertThat(versions("blind")).isEqualTo(1);
    }

    @Test
    void retiresOldKeysOnlyWhenStoppedAndNothingUsesThem() throws Exception {
        byte[] signature;
        Path old = directory.resolve("old.json");
        try (var server = start()) {
            sealed(server, 0, 10);
            signature = server.getBean(Keyset.class).signer().sign(SIGNED);
            Files.copy(keyFile(), old);
            assertThat(command("rotate-keys", "--retire")).isEqualTo(1);
            assertThat(command("rotate-keys", "--blind")).isEqualTo(1);
            Rotating.promoteNew(server, KeyUse.Kind.WRAPPING);
        }
        assertThat(command("rotate-keys", "--retire")).as("still in use").isEqualTo(1);
        assertThat(command("rotate-keys")).isZero();
        assertThat(command("rotate-keys", "--blind")).isZero();
        assertThat(command("rotate-keys", "--retire")).isZero();
        assertThat(versions("wrap.report")).isEqualTo(1);
        assertThat(versions("blind")).isEqualTo(1);
        assertThat(versions("journal")).as("marks are checked with all keys").isEqualTo(2);
        assertThat(versions("sign")).as("signatures are checked with all keys").isEqualTo(2);
        try (var server = start()) {
            assertThat(openable(server, 10)).isEqualTo(10);
            server.getBean(Keyset.class).verifier().verify(signature, SIGNED);
        }
        assertThat(command("prove")).isZero();
        refusesKeysOfBeforeTheRotation(old);
    }

    private void refusesKeysOfBeforeTheRotation(Path old) throws IOException {
        Path now = directory.resolve("now.json");
        Files.copy(keyFile(), now);
        Files.copy(old, keyFile(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(StartRefused.in(catchThrowable(() -> start().close())))
                .get()
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains("lacks keys that this database uses"));
        Files.copy(now, keyFile(), StandardCopyOption.REPLACE_EXISTING);
        start().close();
    }
}

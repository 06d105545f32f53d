// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.harborline.Harborline;
import org.harborline.platform.StartRefused;
import org.harborline.platform.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// When a server must not start, and what it says.
class StartTests {

    @TempDir
    Path directory;

    private ConfigurableApplicationContext start(String url, Path data, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--harborline.data=" + data,
                "--harborline.database.url=" + url,
                "--harborline.database.user=postgres",
                "--harborline.database.password=unused",
                "--harborline.mode=sandbox",
                "--server.port=0"));
        List.of(more).forEach(one -> {
            arguments.removeIf(known -> known.startsWith(one.substring(0, one.indexOf('=') + 1)));
            arguments.add(one);
        });
        return new SpringApplicationBuilder(Harborline.class)
                .web(WebApplicationType.SERVLET)
                .run(arguments.toArray(String[]::new));
    }

    private String refusal(String url, Path data, String... more) {
        for (@Nullable
                Throwable cause = catchThrowable(() -> start(url, data, more).close());
                cause != null;
                cause = cause.getCause()) {
            if (cause instanceof StartRefused) {
                return String.valueOf(cause.getMessage());
            }
        }
        return "it started";
    }

    @ParameterizedTest
    @CsvSource({"fsync,off", "full_page_writes,off", "synchronous_commit,off"})
    void refusesADatabaseThatDoesNotKeepWhatItAcknowledged(String setting, String value) throws IOException {
        var server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig(setting, value)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD);
        try (var running = server.start()) {
            String url = "jdbc:postgresql://127.0.0.1:" + running.getPort() + "/postgres";
            assertThat(refusal(url, directory.resolve("data")))
                    .contains(setting)
                    .contains("could be lost");
        }
    }

    @Test
    void isReachedFromThisMachineOnlyUntilAnOperatorSaysOtherwise() {
        String url = TestServer.newDatabase();
        Path data = directory.resolve("data");
        try (var server = start(url, data, "--harborline.mode=production")) {
            assertThat(listening(server)).isEqualTo(InetAddress.getLoopbackAddress());
        }
        try (var server = start(url, data, "--harborline.mode=production", "--server.address=0.0.0.0")) {
            assertThat(listening(server))
                    .extracting(InetAddress::isAnyLocalAddress)
                    .isEqualTo(true);
        }
    }

    private static @Nullable InetAddress listening(ConfigurableApplicationContext server) {
        var tomcat = (TomcatWebServer) ((WebServerApplicationContext) server).getWebServer();
        return (InetAddress) tomcat.getTomcat().getConnector().getProperty("address");
    }

    @Test
    void refusesToTellSendersOfRealReportsThatTheirItemsWereReceived() {
        assertThat(refusal(
                        TestServer.newDatabase(),
                        directory.resolve("data"),
                        "--harborline.mode=production",
                        "--harborline.intake.upload-policy=drain"))
                .startsWith("harborline.intake.upload-policy=drain is for a sandbox only");
    }

    @Test
    void refusesASecondServerOnTheSameDirectory() {
        Path data = directory.resolve("data");
        try (var first = start(TestServer.newDatabase(), data)) {
            assertThat(first.isActive()).isTrue();
            assertThat(refusal(TestServer.newDatabase(), data)).startsWith("Another Harborline already runs on ");
        }
    }

    @Test
    void refusesTheOtherModeForEver() {
        String url = TestServer.newDatabase();
        Path data = directory.resolve("data");
        start(url, data).close();
        assertThat(refusal(url, data, "--harborline.mode=production"))
                .contains("made for a sandbox")
                .contains("--data");
        start(url, data).close();
    }

    @Test
    void refusesMissingForeignAndWronglyOpenedKeysAndNeverMakesNewOnes() throws IOException {
        String url = TestServer.newDatabase();
        Path data = directory.resolve("data");
        Path passphrase = Files.writeString(directory.resolve("passphrase"), "a long enough sentence\n");
        String withPassphrase = "--harborline.keys.passphrase-file=" + passphrase;
        start(url, data, withPassphrase).close();

        Path keyFile = directory.resolve("data.keys/keyset.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile.getParent())))
                .isEqualTo("rwx------");
        String keys = Files.readString(keyFile);
        assertThat(keys).doesNotContain("primaryKeyId");

        assertThat(refusal(url, data)).contains("HARBORLINE_KEYS_PASSPHRASE_FILE");
        Files.writeString(passphrase, "another sentence\n");
        assertThat(refusal(url, data, withPassphrase)).contains("does not open");
        Files.writeString(passphrase, "a long enough sentence\n");

        Files.delete(keyFile);
        assertThat(refusal(url, data, withPassphrase)).contains("is missing").contains("No new one is made");
        assertThat(keyFile).doesNotExist();

        start(TestServer.newDatabase(), directory.resolve("elsewhere"), withPassphrase)
                .close();
        Files.copy(directory.resolve("elsewhere.keys/keyset.json"), keyFile);
        assertThat(refusal(url, data, withPassphrase)).contains("belongs to another database");

        Files.writeString(keyFile, keys);
        start(url, data, withPassphrase).close();
    }

    @Test
    void startsAgainOnAManagedServerWhereItIsNoSuperuserAndTheAddressHasParameters() throws SQLException {
        String url = TestServer.newDatabase();
        String name = url.substring(url.lastIndexOf('/') + 1);
        try (var connection = DriverManager.getConnection(url, "postgres", "unused");
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + name + "_installer LOGIN CREATEROLE PASSWORD 'unused'");
            statement.execute("ALTER DATABASE " + name + " OWNER TO " + name + "_installer");
        }
        Path data = directory.resolve("data");
        String installer = "--harborline.database.user=" + name + "_installer";
        start(url + "?connectTimeout=10", data, installer).close();
        try (var again = start(url + "?connectTimeout=10", data, installer)) {
            assertThat(again.isActive()).isTrue();
        }
    }

    @Test
    void aCommandDoesNotMakeAnInstallation() {
        Path data = directory.resolve("mistyped");
        assertThat(org.harborline.platform.CommandLine.run(
                        Harborline.class, new String[] {"prove", "--harborline.data=" + data}))
                .isEqualTo(1);
        assertThat(data).doesNotExist();
        assertThat(directory.resolve("mistyped.keys")).doesNotExist();
    }

    @Test
    void anUnknownCommandIsWrongUse() {
        assertThat(org.harborline.platform.CommandLine.run(Harborline.class, new String[] {"profe"}))
                .isEqualTo(2);
    }
}

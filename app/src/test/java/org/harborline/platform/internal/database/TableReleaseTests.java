// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.harborline.Harborline;
import org.harborline.platform.CommandLine;
import org.harborline.platform.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/// Tables of another release than that of the command or server that finds them.
@ExtendWith(OutputCaptureExtension.class)
class TableReleaseTests {

    private static final String PENDING = "The tables of referral are of an earlier release; start the server";

    @TempDir
    Path directory;

    private Path data() {
        return directory.resolve("data");
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Harborline.class)
                .web(WebApplicationType.SERVLET)
                .run("--harborline.data=" + data(), "--harborline.mode=sandbox", "--server.port=0");
    }

    private int command(String... words) {
        var arguments = new ArrayList<>(List.of(words));
        arguments.add("--harborline.data=" + data());
        return CommandLine.run(Harborline.class, arguments.toArray(String[]::new));
    }

    /// As if the release before had known nothing of referrals.
    private static void forgetReferrals(ConfigurableApplicationContext server) throws SQLException {
        try (var connection = server.getBean(SetupConnection.class).open();
                var statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA referral CASCADE");
            statement.execute("DELETE FROM migration.flyway_schema_history_referral WHERE version = '1'");
        }
    }

    @Test
    void ofAnEarlierReleaseAreRefusedByCommandsAndSavedByABackup(CapturedOutput output) throws SQLException {
        try (var server = start()) {
            forgetReferrals(server);
        }
        assertThat(command("prove")).isEqualTo(1);
        assertThat(output.getErr()).contains(PENDING).doesNotContain("by a fault of Harborline");
        assertThat(command("rotate-keys")).isEqualTo(1);
        assertThat(command("rebuild", "linking")).isEqualTo(1);
        assertThat(command("backup", "--to", directory.resolve("backup").toString()))
                .isZero();

        assertThat(command("doctor")).isEqualTo(1);
        assertThat(output.getOut()).as("nothing was migrated").contains(PENDING);

        start().close();
        assertThat(command("prove")).isZero();
    }

    /// As if a later release had been started on them before.
    private static void addLaterTables(ConfigurableApplicationContext server) throws SQLException {
        try (var connection = server.getBean(SetupConnection.class).open();
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO migration.flyway_schema_history_intake
                    SELECT installed_rank + 1, '9000', 'later', type, 'V9000__later.sql', 7, installed_by, installed_on, 1, true
                      FROM migration.flyway_schema_history_intake
                     ORDER BY installed_rank DESC
                     LIMIT 1
                    """);
        }
    }

    @Test
    void ofALaterReleaseStartNoServer() throws SQLException {
        try (var server = start()) {
            addLaterTables(server);
        }

        assertThat(StartRefused.in(catchThrowable(() -> start().close())))
                .get()
                .satisfies(refused -> assertThat(refused.getMessage())
                        .startsWith("The tables of intake were made by another program than this"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.harborline.platform.Checkup.Answer;
import org.harborline.platform.Checkup.State;
import org.harborline.platform.testing.TestServer;
import org.junit.jupiter.api.Test;

/// What an external database is asked for, and what doctor says of one.
class QuietLogTests {

    private static void set(String url, String name, String value) {
        TestServer.asSuperuser(
                url, "ALTER DATABASE " + url.substring(url.lastIndexOf('/') + 1) + " SET " + name + " = " + value);
    }

    @Test
    void namesEverySettingByWhichAValueCouldReachTheLog() throws SQLException {
        String url = TestServer.newDatabase();
        var role = new DatabaseAddress(url, "postgres", "");

        Answer before = DatabaseCheckups.log(role);

        assertThat(before.state()).isEqualTo(State.WARNING);
        assertThat(before.sentence())
                .contains("log_parameter_max_length = 0", "log_min_error_statement = panic", "log_error_verbosity");
        QuietLog.SETTINGS.forEach((name, value) -> set(url, name, value));
        assertThat(QuietLog.missing(role)).isEmpty();
        assertThat(DatabaseCheckups.log(role).state()).isEqualTo(State.GOOD);
        set(url, "log_statement", "ddl");
        set(url, "log_min_duration_statement", "250");
        assertThat(QuietLog.missing(role)).containsExactly("log_min_duration_statement = -1", "log_statement = none");
    }

    @Test
    void isAskedForOnThePageForOperatorsAndSetInTheFilesToDeploy() throws IOException {
        String page = Files.readString(Path.of("../docs/operations/install.md"));
        String compose = Files.readString(Path.of("../deploy/compose.yaml"));

        assertThat(QuietLog.SETTINGS).allSatisfy((name, value) -> {
            assertThat(page).contains(name + " = " + value);
            assertThat(compose).contains("-c " + name + "=" + value);
        });
    }
}

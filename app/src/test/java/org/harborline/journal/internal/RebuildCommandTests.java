// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.harborline.Harborline;
import org.harborline.platform.CommandLine;
import org.harborline.platform.testing.Eventually;
import org.harborline.platform.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rebuilding by the command, on an installation that is stopped.
@ExtendWith(OutputCaptureExtension.class)
class RebuildCommandTests {

    @TempDir
    Path directory;

    private final String url = TestServer.newDatabase();

    private String[] arguments(String... first) {
        var all = new ArrayList<>(List.of(first));
        all.add("--harborline.data=" + directory.resolve("data"));
        all.add("--harborline.database.url=" + url);
        all.add("--harborline.database.user=postgres");
        all.add("--harborline.database.password=unused");
        return all.toArray(String[]::new);
    }

    private int rebuild(String follower) {
        return CommandLine.run(Harborline.class, arguments("rebuild", follower));
    }

    /// What a killed server leaves behind: recorded, and without a position yet. It may be what followed from a fact
    /// that is taken up again now, and would follow from it a second time.
    @Test
    void waitsUntilEveryFactHasItsPosition(CapturedOutput output) {
        try (var server = new SpringApplicationBuilder(Harborline.class)
                .web(WebApplicationType.SERVLET)
                .run(arguments("--harborline.mode=sandbox", "--server.port=0"))) {
            var database = server.getBean(JdbcClient.class);
            // what the start itself recorded has its position before the server stops
            Eventually.holds(() -> assertThat(database.sql("SELECT count(*) FROM journal.inbox")
                            .query(Long.class)
                            .single())
                    .isZero());
        }
        TestServer.asSuperuser(url, """
                INSERT INTO journal.inbox (fact_type, fact_version, subject_kind, subject_id, actor, follower, cause,
                                           recorded_at, body)
                SELECT fact_type, fact_version, subject_kind, subject_id, actor, 'intake', position, recorded_at, '{}'
                  FROM journal.entry
                 ORDER BY position
                 LIMIT 1
                """);

        assertThat(rebuild("intake")).isEqualTo(1);
        assertThat(output.getErr()).contains("1 facts wait for their positions");

        TestServer.asSuperuser(url, "DELETE FROM journal.inbox");
        assertThat(rebuild("intake")).isZero();
        assertThat(rebuild("nobody")).isEqualTo(2);
    }
}

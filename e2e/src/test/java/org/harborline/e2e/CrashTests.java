// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.harborline.synthetic.server.ServerFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command as operators run it, so that what they can see is what the build has seen.
class CrashTests {

    private static final int ROUNDS = 10;
    // each proof reads the whole journal again, so what arrives meanwhile is what a round takes
    private static final int REPORTS_A_SECOND = 12;

    @TempDir
    private Path directory;

    @Test
    void keepsEveryPromiseThroughTenCrashes() throws IOException, InterruptedException {
        var server = Packaged.server();
        var errors = directory.resolve("errors");
        var crash = new ProcessBuilder(
                        ServerFile.ownJava().toString(),
                        "-Xmx256m",
                        "-jar",
                        Packaged.synthetic().toString(),
                        "crash",
                        "--java",
                        server.java().toString(),
                        "--server",
                        server.jar().toString(),
                        "--data",
                        directory.resolve("data").toString(),
                        "--rounds",
                        Integer.toString(ROUNDS),
                        "--rate",
                        Integer.toString(REPORTS_A_SECOND),
                        "--within",
                        "30",
                        "--json")
                .redirectError(errors.toFile())
                .start();
        String printed = new String(crash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = crash.waitFor();

        assertThat(code)
                .as("%s", errors.toFile().exists() ? java.nio.file.Files.readString(errors) : "")
                .isZero();
        assertKept(JsonMapper.shared().readTree(printed));
    }

    private static void assertKept(JsonNode result) {
        assertThat(result.get("complaints")).isEmpty();
        assertThat(result.get("rounds").asInt()).isEqualTo(ROUNDS);
        // two blows of each kind
        assertThat(result.get("serverKills").asInt()).isEqualTo(6);
        assertThat(result.get("databaseKills").asInt()).isEqualTo(6);
        assertThat(result.get("filerKills").asInt()).isEqualTo(4);
        // one after each blow and one of the stopped installation
        assertThat(result.get("proofs").asInt()).isEqualTo(ROUNDS + 1);
        // a copy made while reports arrive holds all that was acknowledged before
        assertThat(result.get("copied").asInt()).isGreaterThanOrEqualTo(10 * ROUNDS);
        // every blow falls on a filer that has filed at least ten since the one before
        assertThat(result.get("acknowledged").asInt()).isGreaterThanOrEqualTo(10 * ROUNDS);
        assertThat(result.get("links").asInt()).isPositive();
        assertThat(result.get("filedBySecondFinish").asInt()
                        + result.get("filedBefore").asInt())
                .isEqualTo(result.get("unansweredFinishes").asInt());
    }
}

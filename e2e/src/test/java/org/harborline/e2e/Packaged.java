// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.harborline.synthetic.server.ServerFile;
import org.jspecify.annotations.Nullable;

/// What the build has packaged.
final class Packaged {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path JAR = ROOT.resolve("app/target/harborline-server.jar");

    private static final Path TRAINED = ROOT.resolve("app/target/server/harborline-server.jar");

    private static @Nullable ServerFile unpacked;

    private Packaged() {}

    /// The root of the repository.
    static Path root() {
        return ROOT;
    }

    /// The server, unpacked here and now: it starts faster so, and cannot be that of an earlier build.
    static synchronized ServerFile server() throws IOException, InterruptedException {
        if (unpacked == null) {
            unpacked = new ServerFile(ServerFile.ownJava(), unpack());
        }
        return unpacked;
    }

    private static Path unpack() throws IOException, InterruptedException {
        if (!Files.exists(JAR)) {
            throw new IOException("there is no " + JAR + "; run mvn verify from the root, or ./harborline test");
        }
        Path target = Path.of("target/server").toAbsolutePath();
        int code = new ProcessBuilder(
                        ServerFile.ownJava().toString(),
                        "-Djarmode=tools",
                        "-jar",
                        JAR.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        target.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("the server cannot be unpacked, code " + code);
        }
        Path jar = target.resolve(JAR.getFileName());
        return isTrained(jar) ? TRAINED : jar;
    }

    /// Whether `./harborline` has unpacked the very same server and made a start-up cache for it.
    private static boolean isTrained(Path jar) throws IOException {
        return Files.exists(TRAINED.resolveSibling("start.aot")) && Files.mismatch(jar, TRAINED) < 0;
    }

    /// The program that sends, measures and kills.
    static Path synthetic() {
        return ROOT.resolve("synthetic/target/harborline-synthetic-all.jar");
    }
}

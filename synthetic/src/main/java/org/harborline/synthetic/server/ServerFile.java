// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The packaged server and the virtual machine that runs it.
///
/// @param java the launcher of a JDK 25
/// @param jar the application
/// @param shortLived whether no server of it lives longer than about a minute
public record ServerFile(Path java, Path jar, boolean shortLived) {

    // The same machine as `./harborline demo` and `run` use; the script has the reasons.
    private static final List<String> MACHINE = List.of(
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xss512k",
            "-XX:MaxMetaspaceSize=256m",
            "--enable-native-access=ALL-UNNAMED",
            "-Dfile.encoding=UTF-8");

    private static final String SERVING = "-XX:TieredStopAtLevel=4";
    /// A command on a small installation ends before the second compiler has paid for itself.
    private static final String SHORT = "-XX:TieredStopAtLevel=1";

    /// For servers that stay.
    public ServerFile(Path java, Path jar) {
        this(java, jar, false);
    }

    /// For servers that end soon: what the second compiler takes in the first minutes never pays for itself.
    public ServerFile forShortLives() {
        return new ServerFile(java, jar, true);
    }

    /// The launcher that runs this very program.
    public static Path ownJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /// Runs one command on an installation, such as `restore`.
    ///
    /// @return what it printed, and its exit code
    public RunningServer.Answer run(Installation installation, String name, String... arguments)
            throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(name, "--harborline.data=" + installation.data()));
        all.addAll(List.of(arguments));
        var started = new ProcessBuilder(command(SHORT, all))
                .redirectErrorStream(true)
                .start();
        String printed = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new RunningServer.Answer(started.waitFor(), printed.strip());
    }

    List<String> with(List<String> arguments) {
        return command(shortLived ? SHORT : SERVING, arguments);
    }

    private List<String> command(String compiler, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(MACHINE);
        command.add(compiler);
        // made while building; a server without it starts some seconds slower
        var cache = jar.resolveSibling("start.aot");
        if (Files.exists(cache)) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off"));
        }
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return command;
    }
}

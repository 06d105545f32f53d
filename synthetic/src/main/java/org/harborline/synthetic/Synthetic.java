// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic;

import org.harborline.synthetic.bench.Bench;
import org.harborline.synthetic.crash.Crash;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program around invented reports: sends them, measures with them, and counts them after crashes.
@Command(
        name = "harborline",
        mixinStandardHelpOptions = true,
        subcommands = {Simulate.class, Bench.class, Crash.class},
        description = "Works with invented, neutral reports.")
public final class Synthetic {

    private static final int FAILED = 1;

    private Synthetic() {}

    public static void main(String[] arguments) {
        // allowed here: the shell wants the exit code
        System.exit(run(arguments));
        // end of allowance
    }

    /// Runs one command.
    ///
    /// @return its exit code: 0 done, 1 failed, 2 wrong usage
    public static int run(String... arguments) {
        return new CommandLine(new Synthetic())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, failed, _) -> {
                    failed.getErr().println(failed.getCommandName() + ": " + exception.getMessage());
                    return FAILED;
                })
                .execute(arguments);
    }
}

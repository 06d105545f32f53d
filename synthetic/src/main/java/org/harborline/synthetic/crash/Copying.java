// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.crash;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.harborline.synthetic.server.Installation;
import org.harborline.synthetic.server.RunningServer;
import org.harborline.synthetic.server.ServerFile;

/// Copies an installation while reports arrive, puts the copy elsewhere and starts a server on it.
final class Copying {

    private final RunningServer original;
    private final ServerFile file;
    private final Installation elsewhere;

    Copying(RunningServer original, ServerFile file) {
        this.original = original;
        this.file = file;
        this.elsewhere = original.installation().elsewhere();
    }

    /// Does all of it.
    ///
    /// @param promised reports that were acknowledged before
    /// @return what is wrong with the copy, or with how it was put back
    Findings examine(Set<Long> promised) throws IOException, InterruptedException, SQLException {
        var found = done("backup", original.command("backup", "--to", copy()));
        if (!found.none()) {
            return found;
        }
        // it would be no secret if a copy opened without its keys
        if (restore().code() == 0) {
            return new Findings(List.of("a copy was restored without its keys"));
        }
        found = done(
                        "export-keys",
                        original.command("export-keys", "--to", elsewhere.keys().toString()))
                .and(done("restore", restore()));
        return found.none() ? started(promised) : found;
    }

    private Findings started(Set<Long> promised) throws IOException, InterruptedException, SQLException {
        try (var restored = RunningServer.start(file, elsewhere)) {
            var judge = new Judge(elsewhere);
            long held = judge.conservation().finished();
            long filed = new Judge(original.installation()).conservation().finished();
            return judge.examine(promised)
                    .and(judge.conservation().findings())
                    .and(
                            held >= promised.size() && held <= filed
                                    ? new Findings(List.of())
                                    : new Findings(List.of("a copy of " + promised.size() + " to " + filed
                                            + " reports holds " + held)))
                    .and(done("prove on the copy", restored.command("prove")));
        }
    }

    private RunningServer.Answer restore() throws IOException, InterruptedException {
        return file.run(elsewhere, "restore", "--from", copy());
    }

    private String copy() {
        return original.installation().copy().toString();
    }

    private static Findings done(String what, RunningServer.Answer answer) {
        return answer.code() == 0
                ? new Findings(List.of())
                : new Findings(List.of(what + " ended with " + answer.code() + ": " + answer.printed()));
    }
}

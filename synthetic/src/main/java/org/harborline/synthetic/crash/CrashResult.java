// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.crash;

import java.util.List;
import java.util.Locale;

/// What a run has shown.
///
/// @param rounds completed, of those asked for
/// @param serverKills and
/// @param databaseKills and
/// @param filerKills by SIGKILL
/// @param acknowledged reports that the server has promised, each examined after every crash that followed
/// @param unansweredFinishes settled by a second finish, of which
/// @param filedBySecondFinish answered 0 and
/// @param filedBefore answered 5102
/// @param links reasons that link two reports at the end
/// @param proofs of the journal that passed
/// @param copied reports acknowledged before the backup, each examined where it was restored
/// @param slowestSeconds from ready to everything being in order, the worst of all rounds
/// @param complaints what was wrong; a run with any has failed
record CrashResult(
        int rounds,
        int serverKills,
        int databaseKills,
        int filerKills,
        int acknowledged,
        int unansweredFinishes,
        int filedBySecondFinish,
        int filedBefore,
        long links,
        int proofs,
        int copied,
        double slowestSeconds,
        List<String> complaints) {

    CrashResult {
        complaints = List.copyOf(complaints);
    }

    boolean passed() {
        return complaints.isEmpty();
    }

    String line() {
        return String.format(
                Locale.ROOT,
                """
                %s: %d rounds, %d server, %d database and %d filer kills; %d reports acknowledged, each filed once, linked \
                and prioritised %.1f s after ready at the latest; %d unanswered finishes settled (%d filed by the second, \
                %d before); %d links; %d proofs; \
                %d reports in a copy restored elsewhere""",
                passed() ? "passed" : "FAILED",
                rounds,
                serverKills,
                databaseKills,
                filerKills,
                acknowledged,
                slowestSeconds,
                unansweredFinishes,
                filedBySecondFinish,
                filedBefore,
                links,
                proofs,
                copied);
    }
}

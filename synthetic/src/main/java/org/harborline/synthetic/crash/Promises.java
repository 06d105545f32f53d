// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What a ledger says the server has promised.
///
/// @param finished reports the server has acknowledged as filed
/// @param unanswered reports it was asked to file without an answer noted so far
record Promises(Set<Long> finished, Set<Long> unanswered) {

    // A line that a killed filer began is not a promise; the server has not been asked before the line was whole.
    private static final Pattern LINE = Pattern.compile("(opened|finishing|finished) (\\d+)");

    Promises {
        finished = Set.copyOf(finished);
        unanswered = Set.copyOf(unanswered);
    }

    static Promises in(Path ledger) throws IOException {
        if (!Files.exists(ledger)) {
            return new Promises(Set.of(), Set.of());
        }
        var last = new TreeMap<Long, String>();
        for (String line : Files.readString(ledger, StandardCharsets.US_ASCII).split("\n", -1)) {
            var step = LINE.matcher(line);
            if (step.matches()) {
                last.put(Long.valueOf(step.group(2)), step.group(1));
            }
        }
        return new Promises(having(last, "finished"), having(last, "finishing"));
    }

    private static Set<Long> having(TreeMap<Long, String> last, String step) {
        var reports = new TreeSet<Long>();
        last.forEach((report, reached) -> {
            if (reached.equals(step)) {
                reports.add(report);
            }
        });
        return reports;
    }
}

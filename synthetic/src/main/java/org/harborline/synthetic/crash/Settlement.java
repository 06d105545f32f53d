// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.crash;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.harborline.synthetic.server.Waiting;
import org.harborline.synthetic.wire.Answer;
import org.harborline.synthetic.wire.Provider;

/// Asks a second time about reports whose finish was never answered. The interface allows two answers: 0, it is filed
/// now, and 5102, it was filed before.
final class Settlement implements AutoCloseable {

    /// The sample provider that files everything; only who opened a report may finish it.
    static final String PROVIDER = "demo-provider";

    private static final int FILED_NOW = 0;
    private static final int FILED_BEFORE = 5_102;

    private final Provider provider;
    private final Set<Long> settled = new TreeSet<>();
    private int now;
    private int before;

    Settlement(URI server) {
        provider = Provider.at(server, PROVIDER, PROVIDER);
    }

    /// Waits until the server answers providers.
    ///
    /// @return whether it did in that time
    boolean awaitAnswers(Duration within) throws InterruptedException {
        return Waiting.until(within, () -> provider.status().succeeded());
    }

    /// Settles these reports.
    ///
    /// @return what is wrong with the answers
    Findings settle(Collection<Long> unanswered) throws IOException, InterruptedException {
        var complaints = new ArrayList<String>();
        for (long report : unanswered) {
            if (!settled.contains(report)) {
                count(report, provider.finish(report), complaints);
            }
        }
        return new Findings(complaints);
    }

    private void count(long report, Answer answer, List<String> complaints) {
        switch (answer.code()) {
            case FILED_NOW -> now++;
            case FILED_BEFORE -> before++;
            default -> {
                complaints.add("a second finish of " + report + " was answered with code " + answer.code() + ", HTTP "
                        + answer.status());
                return;
            }
        }
        settled.add(report);
    }

    /// Reports that were settled; they count as acknowledged from then on.
    Set<Long> settled() {
        return Set.copyOf(settled);
    }

    int filedNow() {
        return now;
    }

    int filedBefore() {
        return before;
    }

    @Override
    public void close() {
        provider.close();
    }
}

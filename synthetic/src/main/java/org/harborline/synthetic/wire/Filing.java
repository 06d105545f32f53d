// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// Files reports through lost answers, each exactly once.
///
/// 1. *Submit.* If the server was never reached, nothing happened there: again after a pause. If the answer was lost,
///    a report may be open under a number we do not know; it is counted as ambiguous and the report is sent again,
///    because the open one is never finished and expires.
/// 2. *Note* `opened`, then `finishing`. If it stops here, the report expires or can be finished by its number.
/// 3. *Finish.* If the answer was lost, the report may be filed. The same number is finished again: 0 says it was
///    not filed before and is now, 5102 that it was. Either way it is filed once.
/// 4. *Note* `finished`.
public final class Filing {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Steps steps;
    private final Duration patience;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final LongAdder ambiguousSubmits = new LongAdder();
    private final LongAdder lostFinishes = new LongAdder();
    private final LongAdder settledFinishes = new LongAdder();
    private final LongAdder pauses = new LongAdder();

    /// @param patience how long one call is tried while the server is away or in trouble
    public Filing(Steps steps, Duration patience) {
        this.steps = steps;
        this.patience = patience;
    }

    /// Files one report of a provider.
    ///
    /// @throws UncheckedIOException when a step could not be noted
    public Outcome file(Provider provider, String xml) throws InterruptedException {
        var deadline = new Deadline();
        while (true) {
            try {
                var answer = provider.submit(xml);
                if (answer.succeeded() && answer.reportId().isPresent()) {
                    return finish(provider, answer.reportId().getAsLong());
                }
                if (!answer.worthAnotherTry()) {
                    return new Outcome.Refused(answer);
                }
            } catch (ConnectException | HttpConnectTimeoutException _) {
                // Never reached: nothing to doubt.
            } catch (IOException _) {
                ambiguousSubmits.increment();
            }
            if (!pauseBefore(deadline)) {
                return new Outcome.Unreached();
            }
        }
    }

    /// Ends all waiting; reports under way end as they stand.
    public void stop() {
        stopped.countDown();
    }

    /// What was lost on the way so far.
    public Losses losses() {
        return new Losses(ambiguousSubmits.sum(), lostFinishes.sum(), settledFinishes.sum(), pauses.sum());
    }

    private Outcome finish(Provider provider, long reportId) throws InterruptedException {
        note(() -> steps.opened(reportId));
        note(() -> steps.finishing(reportId));
        var deadline = new Deadline();
        boolean lost = false;
        while (true) {
            try {
                var answer = provider.finish(reportId);
                if (answer.succeeded() || answer.code() == Answer.ALREADY_FINISHED) {
                    return filed(reportId, lost);
                }
                if (!answer.worthAnotherTry()) {
                    return lost || answer.code() == Answer.UNKNOWN_REPORT
                            ? new Outcome.Unsettled(reportId)
                            : new Outcome.Refused(answer);
                }
            } catch (ConnectException | HttpConnectTimeoutException _) {
                // Not asked: no more in doubt than before.
            } catch (IOException _) {
                lost = true;
                lostFinishes.increment();
            }
            if (!pauseBefore(deadline)) {
                return new Outcome.Unsettled(reportId);
            }
        }
    }

    private Outcome filed(long reportId, boolean afterLoss) {
        if (afterLoss) {
            settledFinishes.increment();
        }
        note(() -> steps.finished(reportId));
        return new Outcome.Filed(reportId);
    }

    /// False when patience is over.
    private boolean pauseBefore(Deadline deadline) throws InterruptedException {
        if (deadline.passed()) {
            return false;
        }
        pauses.increment();
        return !stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void note(Noting noting) {
        try {
            noting.run();
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be written", e);
        }
    }

    /// What was lost on the way; a lost answer is not a lost report.
    ///
    /// @param ambiguousSubmits submits without an answer: each may have left an open report that expires
    /// @param lostFinishes finishes without an answer
    /// @param settledFinishes reports whose lost finish a later one settled
    /// @param pauses waits for a server that was away or in trouble
    public record Losses(long ambiguousSubmits, long lostFinishes, long settledFinishes, long pauses) {}

    @FunctionalInterface
    private interface Noting {
        void run() throws IOException;
    }

    private final class Deadline {

        private final long start = System.nanoTime();

        boolean passed() {
            return System.nanoTime() - start > patience.toNanos();
        }
    }
}

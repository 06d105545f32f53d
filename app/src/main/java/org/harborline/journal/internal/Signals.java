// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/// Wakes the sequencer after a commit and the followers after a sequenced batch. A lost signal costs one poll, nothing
/// else.
@Component
class Signals {

    private final Bell recorded = new Bell();
    private final Bell sequenced = new Bell();

    Bell recorded() {
        return recorded;
    }

    Bell sequenced() {
        return sequenced;
    }

    /// Counts rings, so that one between looking and waiting is not missed.
    static final class Bell {

        private final ReentrantLock lock = new ReentrantLock();
        private final Condition rung = lock.newCondition();
        private long rings;

        void ring() {
            lock.lock();
            try {
                rings++;
                rung.signalAll();
            } finally {
                lock.unlock();
            }
        }

        long rings() {
            lock.lock();
            try {
                return rings;
            } finally {
                lock.unlock();
            }
        }

        /// Waits until it has rung more than `seen` times, or the time is up.
        void await(long seen, Duration atMost) throws InterruptedException {
            lock.lock();
            try {
                long left = atMost.toNanos();
                while (rings <= seen && left > 0) {
                    left = rung.awaitNanos(left);
                }
            } finally {
                lock.unlock();
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Room for the bodies that are in memory at one time. A report takes about ten times its size while it
/// is judged and sealed, so as many large ones as there are connections would take the memory of
/// everybody.
///
/// A large body counts with the bytes that have come, not with those it announces: who sends slowly
/// keeps little room from others. When it has come whole it waits for its turn to be judged. Small
/// bodies have turns of their own.
final class BodyRoom {

    /// The largest body that takes no room while it comes.
    static final int SMALL = 64 * 1024;

    private static final String ATTRIBUTE = BodyRoom.class.getName();
    private static final int ARRIVING = 20 * 1024 * 1024;
    private static final int JUDGED_LARGE = 10 * 1024 * 1024;
    private static final int JUDGED_SMALL = 2 * 1024 * 1024;

    private final Duration patience;
    private final long arriving;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final Semaphore large = new Semaphore(JUDGED_LARGE, true);
    private final Semaphore small = new Semaphore(JUDGED_SMALL, true);
    private long held;
    /// May go beyond the room by one body, so that one always comes to its end when many have begun.
    private @Nullable Visit favoured;

    /// @param patience how long a body waits for room, in all, and once more for its turn
    BodyRoom(Duration patience) {
        this(patience, ARRIVING);
    }

    BodyRoom(Duration patience, long arriving) {
        this.patience = patience;
        this.arriving = arriving;
    }

    /// One request, from its first byte to its answer.
    Visit enter(ServletRequest request) {
        var visit = new Visit();
        request.setAttribute(ATTRIBUTE, visit);
        return visit;
    }

    /// The visit that a request belongs to; one of its own where no door is, as in tests of a single
    /// handler.
    static Visit of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Visit visit
                ? visit
                : new BodyRoom(Duration.ZERO).enter(request);
    }

    /// What one request holds.
    final class Visit implements AutoCloseable {

        private long left = patience.toNanos();
        private long bytes;
        private int turn;
        private Semaphore turns = small;

        /// Makes room for the next bytes of a large body.
        ///
        /// @return false when there was none in time
        boolean makesRoom(int more) {
            lock.lock();
            try {
                while (!fits(more)) {
                    if (left <= 0) {
                        return false;
                    }
                    left = freed.awaitNanos(left);
                }
                held += more;
                bytes += more;
                return true;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            } finally {
                lock.unlock();
            }
        }

        private boolean fits(int more) {
            if (held + more <= arriving) {
                return true;
            }
            if (favoured == null) {
                favoured = this;
            }
            return equals(favoured);
        }

        /// Waits for the turn of a body that has come whole.
        ///
        /// @return false when it did not come in time
        boolean isTurn(int size) {
            turns = size > SMALL ? large : small;
            try {
                boolean taken = turns.tryAcquire(size, patience.toNanos(), TimeUnit.NANOSECONDS);
                turn = taken ? size : 0;
                return taken;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /// Lets others have their turn, when what came is read piece by piece from here on. The room of
        /// the bytes stays.
        void endTurn() {
            turns.release(turn);
            turn = 0;
        }

        /// Gives back everything.
        @Override
        public void close() {
            endTurn();
            lock.lock();
            try {
                held -= bytes;
                bytes = 0;
                if (equals(favoured)) {
                    favoured = null;
                }
                freed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}

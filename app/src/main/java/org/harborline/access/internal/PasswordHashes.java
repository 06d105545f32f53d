// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import com.google.common.base.Suppliers;
import com.google.common.util.concurrent.Striped;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.harborline.access.AccessProblem;
import org.harborline.access.ClientNetwork;
import org.harborline.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Argon2id with the first parameters that OWASP's password storage sheet names: 19 MiB, two passes, one lane. About
/// 50 ms on one core.
///
/// Memory is what makes it strong and what a flood would use up. So only a few are computed at once, at most an eighth
/// of the heap, and each network has one turn at a time: a thousand attempts from one network wait for each other, not
/// anybody else for them.
@Component
class PasswordHashes {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int NETWORKS = 1 << 16;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore everybody = new Semaphore(atOnce(), true);
    private final Striped<Semaphore> turns = Striped.lazyWeakSemaphore(NETWORKS, 1);
    private final Supplier<String> nobody;

    PasswordHashes(Secrets secrets) {
        this.nobody = Suppliers.memoize(() -> encode(secrets.token()));
    }

    private static int atOnce() {
        var memory = Runtime.getRuntime().maxMemory() / 8 / (MEMORY_KIB * 1024L);
        return Math.clamp(memory, 2, Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    /// Gives the network its turn. Within it counters can be read and written without a race between attempts of the
    /// same network.
    <T> T inTurn(ClientNetwork network, Supplier<T> attempt) {
        var turn = turns.get(network);
        acquire(turn);
        try {
            return attempt.get();
        } finally {
            turn.release();
        }
    }

    /// Compares. Takes the same time when there is no hash to compare with.
    boolean matches(String password, @Nullable String hash) {
        acquire(everybody);
        try {
            var same = encoder.matches(password, hash == null ? nobody.get() : hash);
            return same && hash != null;
        } finally {
            everybody.release();
        }
    }

    String hash(String password) {
        acquire(everybody);
        try {
            return encode(password);
        } finally {
            everybody.release();
        }
    }

    private String encode(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    private static void acquire(Semaphore semaphore) {
        try {
            if (!semaphore.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(AccessProblem.SIGN_IN_BUSY);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProblemException(AccessProblem.SIGN_IN_BUSY);
        }
    }
}

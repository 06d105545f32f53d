// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// One-time codes from an app: RFC 6238 with SHA-1, six digits and steps of 30 seconds, which is what every app
/// understands. One step of clock difference to either side is accepted.
@Component
class TotpCodes {

    static final int SECRET_BYTES = 20;
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);
    private final Clock clock;

    TotpCodes(Clock clock) {
        this.clock = clock;
    }

    /// The time step that the code belongs to; empty when it belongs to none that is accepted now.
    OptionalLong step(byte[] secret, String code) {
        var now = clock.instant().getEpochSecond() / STEP.toSeconds();
        var found = OptionalLong.empty();
        for (var step = now - 1; step <= now + 1; step++) {
            if (MessageDigest.isEqual(bytes(code), bytes(code(secret, step)))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static byte[] bytes(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }

    private String code(byte[] secret, long step) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, "RAW"), Instant.ofEpochSecond(step * STEP.toSeconds()), Locale.ROOT);
        } catch (InvalidKeyException failure) {
            throw new IllegalStateException("A one-time code could not be computed.", failure);
        }
    }

    static String base32(byte[] secret) {
        return BaseEncoding.base32().omitPadding().encode(secret);
    }
}

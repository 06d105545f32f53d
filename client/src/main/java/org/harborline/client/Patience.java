// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// The time one call has for all its tries. Pauses double from a quarter of a second to half a minute,
/// each shortened by chance to at least its half, so that many clients do not come back together; one
/// that the server names is kept, and lengthened by chance.
final class Patience {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Pace pace;
    private final long end;
    private Duration next = FIRST;

    Patience(Pace pace, Duration deadline) {
        this.pace = pace;
        this.end = pace.nanos() + deadline.toNanos();
    }

    /// What is left for the next try; at least a moment, for the first.
    Duration left() {
        return Duration.ofNanos(Math.max(end - pace.nanos(), 1_000_000));
    }

    /// Waits until the next try.
    ///
    /// @param asked how long the server asked to wait
    /// @return false when the deadline would pass before it
    boolean pause(Optional<Duration> asked) throws InterruptedException {
        Duration some = Duration.ofNanos((long) (next.toNanos() * (0.5 + pace.chance() / 2)));
        Duration pause = asked.map(least -> least.plus(some.minus(next.dividedBy(2))))
                .filter(longer -> longer.compareTo(some) > 0)
                .orElse(some);
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        if (pace.nanos() + pause.toNanos() >= end) {
            return false;
        }
        pace.sleep(pause);
        return true;
    }

    /// How long `Retry-After` asks to wait: seconds, or until a time of day by the server's own clock.
    Optional<Duration> asked(HttpHeaders headers) {
        return headers.firstValue("Retry-After").flatMap(value -> {
            try {
                return Optional.of(
                        value.matches("\\d{1,9}")
                                ? Duration.ofSeconds(Long.parseLong(value))
                                : Duration.between(serverTime(headers), time(value)));
            } catch (DateTimeParseException unreadable) {
                return Optional.empty();
            }
        });
    }

    private Instant serverTime(HttpHeaders headers) {
        return headers.firstValue("Date").map(Patience::time).orElseGet(pace::now);
    }

    private static Instant time(String value) {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
    }
}

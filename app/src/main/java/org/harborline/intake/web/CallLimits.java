// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.WireCode;
import org.harborline.registry.ProviderCredential;
import org.harborline.registry.ProviderId;
import org.harborline.registry.ServiceId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// How often the machines of one service of a company may call, told in each answer by the headers of
/// draft-ietf-httpapi-ratelimit-headers. Held in memory: a server that starts begins anew, which is the safe side.
///
/// A call beyond the limit is marked, not ended: whether it is an escalation is known only when it was read, and an
/// escalation is never stopped.
final class CallLimits {

    static final String LIMIT = "RateLimit";
    static final String POLICY = "RateLimit-Policy";

    private static final String ATTRIBUTE = CallLimits.class.getName();
    private static final String NAME = "\"calls\"";
    private static final int SERVICES = 100_000;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final int perSecond;
    private final int burst;
    private final TimeMeter time;
    private final Cache<Who, Bucket> buckets;

    /// @param perSecond how many calls come to be free in a second
    /// @param burst how many may be free at most
    CallLimits(int perSecond, int burst, Clock clock) {
        if (perSecond < 1 || burst < perSecond) {
            throw new IllegalArgumentException("harborline.intake.calls-per-second is at least 1, and"
                    + " harborline.intake.calls-at-once at least as many");
        }
        this.perSecond = perSecond;
        this.burst = burst;
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.millis() * 1_000_000;
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
        this.buckets = CacheBuilder.newBuilder()
                .maximumSize(SERVICES)
                .expireAfterAccess(Duration.ofSeconds(2L * burst / perSecond + 1))
                .build();
    }

    private record Who(ProviderId provider, @Nullable ServiceId service) {}

    /// Counts a call and says in the answer where its sender stands.
    void count(ProviderCredential credential, HttpServletRequest request, HttpServletResponse response) {
        ConsumptionProbe probe = bucket(credential).tryConsumeAndReturnRemaining(1);
        response.setHeader(POLICY, NAME + ";q=" + burst + ";w=" + seconds((long) burst * SECOND / perSecond));
        response.setHeader(
                LIMIT, NAME + ";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            request.setAttribute(ATTRIBUTE, seconds(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket(ProviderCredential credential) {
        try {
            return buckets.get(new Who(credential.provider(), credential.service()), this::full);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /// Rounded up: whoever waits as long is let in.
    private static long seconds(long nanos) {
        return Math.max(1, Math.ceilDiv(nanos, SECOND));
    }

    /// Whether a call is one too many.
    static boolean isOver(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    /// The answer to a call that is one too many, with the header that says when to come again.
    static FilingAnswer refusal(HttpServletRequest request, HttpServletResponse response) {
        String wait = String.valueOf(request.getAttribute(ATTRIBUTE));
        response.setHeader(HttpHeaders.RETRY_AFTER, wait);
        return FilingAnswer.of(
                WireCode.TOO_MANY_REQUESTS,
                "Too many calls; nothing was done. Send it again after the seconds in Retry-After. Reports that ask for"
                        + " high priority are taken all the same.");
    }
}

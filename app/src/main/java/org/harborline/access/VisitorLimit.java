// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/// Slows a network that knocks too often at a door without accounts. Held in memory only: where somebody who asks for
/// help comes from is written nowhere. Fails open: a network that is not remembered starts anew.
public final class VisitorLimit {

    private static final int NETWORKS = 100_000;

    private final int times;
    private final Duration per;
    private final Cache<ClientNetwork, Bucket> buckets;
    private final TimeMeter time;

    /// @param times how often a network may knock
    /// @param per in which time
    public VisitorLimit(int times, Duration per, Clock clock) {
        this.times = times;
        this.per = per;
        this.buckets = CacheBuilder.newBuilder()
                .maximumSize(NETWORKS)
                .expireAfterAccess(per)
                .build();
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
    }

    /// Counts one more knock.
    ///
    /// @return whether it may be heard
    public boolean allows(HttpServletRequest request) {
        try {
            return buckets.get(ClientNetwork.of(request.getRemoteAddr()), this::full)
                    .tryConsume(1);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(times).refillGreedy(times, per))
                .build();
    }
}

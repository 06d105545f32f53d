// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.harborline.access.ClientNetwork;
import org.junit.jupiter.api.Test;

class RegistrationLimitsTests {

    private final AtomicLong now = new AtomicLong();
    private final RegistrationLimits limits = new RegistrationLimits(new Ticker() {
        @Override
        public long read() {
            return now.get();
        }
    });

    private long allowed(String address, int times) {
        var network = ClientNetwork.of(address);
        return IntStream.range(0, times).filter(_ -> limits.allows(network)).count();
    }

    @Test
    void oneNetworkIsSlowedAndAnotherIsNot() {
        assertThat(allowed("192.0.2.1", 15)).isEqualTo(10);
        assertThat(allowed("192.0.2.200", 1)).as("the same network").isZero();
        assertThat(allowed("198.51.100.1", 1)).isOne();
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(allowed("192.0.2.1", 1)).isOne();
    }

    @Test
    void manyNetworksTogetherHaveAnEnd() {
        long all = IntStream.range(0, 200)
                .mapToLong(at -> allowed("10.0." + at + ".1", 3))
                .sum();
        assertThat(all).isEqualTo(300);
    }

    @Test
    void noMailboxIsFlooded() {
        assertThat(IntStream.range(0, 5)
                        .filter(_ -> limits.mailsTo("a@b.example"))
                        .count())
                .isEqualTo(3);
        assertThat(limits.mailsTo("A@B.example")).as("in any spelling").isFalse();
        now.addAndGet(Duration.ofDays(1).toNanos());
        assertThat(limits.mailsTo("a@b.example")).isTrue();
    }
}

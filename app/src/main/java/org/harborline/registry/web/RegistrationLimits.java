// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.web;

import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.harborline.access.ClientNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// How often companies can ask to join, kept in memory of this server only: from one network, to one address, and in
/// all. Nothing of it is stored, and the memory it takes has an end.
@Component
class RegistrationLimits {

    private static final int OF_NETWORK = 10;
    private static final int TO_ADDRESS = 3;
    private static final int IN_ALL = 300;
    private static final int REMEMBERED = 20_000;

    private final Cache<Object, AtomicInteger> hour;
    private final Cache<Object, AtomicInteger> day;

    @Autowired
    RegistrationLimits() {
        this(Ticker.systemTicker());
    }

    RegistrationLimits(Ticker ticker) {
        this.hour = memory(Duration.ofHours(1), ticker);
        this.day = memory(Duration.ofDays(1), ticker);
    }

    private static Cache<Object, AtomicInteger> memory(Duration length, Ticker ticker) {
        return CacheBuilder.newBuilder()
                .expireAfterWrite(length)
                .maximumSize(REMEMBERED)
                .ticker(ticker)
                .build();
    }

    /// Whether somebody from there may ask now. Counts the asking.
    boolean allows(ClientNetwork network) {
        return below(hour, network, OF_NETWORK) && below(hour, IN_ALL, IN_ALL);
    }

    /// Whether another mail goes to this address today. Counts it.
    boolean mailsTo(String address) {
        var hash = Hashing.sha256().hashString(address.toLowerCase(Locale.ROOT), StandardCharsets.UTF_8);
        return below(day, hash, TO_ADDRESS);
    }

    private static boolean below(Cache<Object, AtomicInteger> memory, Object key, int most) {
        return memory.asMap().computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet() <= most;
    }
}

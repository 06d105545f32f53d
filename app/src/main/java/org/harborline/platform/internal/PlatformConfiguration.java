// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.harborline.platform.Mode;
import org.harborline.platform.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The things there is one of: the clock, the source of randomness, the mode.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class PlatformConfiguration {

    /// Ticks in microseconds, because that is what the database keeps and what is hashed into the journal.
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        // allowed here: the one place where time comes in
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
        // end of allowance
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    @Bean
    Mode mode(Settings settings) {
        return settings.mode();
    }
}

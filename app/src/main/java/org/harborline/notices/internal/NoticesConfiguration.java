// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import org.harborline.platform.Mode;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The settings of notices, read once.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticesSettings.class)
class NoticesConfiguration {

    @Bean
    Release release(NoticesSettings settings, Mode mode) {
        return new Release(mode == Mode.SANDBOX ? null : settings.releaseEvery());
    }
}

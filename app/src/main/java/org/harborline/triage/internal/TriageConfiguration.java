// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Triage's settings, read once.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TriageSettings.class)
class TriageConfiguration {

    @Bean
    Deadlines triageDeadlines(TriageSettings settings) {
        return new Deadlines(settings.zone(), settings.close(), settings.holidays());
    }
}

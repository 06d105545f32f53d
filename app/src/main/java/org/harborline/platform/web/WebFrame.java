// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

import java.time.Clock;
import java.util.Optional;
import org.harborline.platform.DisplayNames;
import org.harborline.platform.FrameAction;
import org.harborline.platform.Mode;
import org.harborline.platform.NavigationItem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Everything a page needs around it.
@Configuration(proxyBeanMethods = false)
class WebFrame {

    @Bean
    IcuMessages messageSource() {
        return new IcuMessages(MessageFiles.read());
    }

    @Bean
    Languages localeResolver(IcuMessages messages) {
        return new Languages(messages);
    }

    @Bean
    Frame frame(
            ObjectProvider<NavigationItem> items,
            ObjectProvider<FrameAction> actions,
            Optional<DisplayNames> names,
            Languages languages,
            @Value("${harborline.mode:production}") Mode mode) {
        return new Frame(items.stream().toList(), actions.stream().toList(), names, languages, mode);
    }

    @Bean
    Moments moments(Clock clock, MessageSource messages) {
        return new Moments(clock, messages);
    }

    @Bean
    FrameDialect frameDialect(Frame frame, Moments moments) {
        return new FrameDialect(frame, moments);
    }
}

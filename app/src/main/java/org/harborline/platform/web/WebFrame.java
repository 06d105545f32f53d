// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.harborline.platform.DisplayNames;
import org.harborline.platform.FrameAction;
import org.harborline.platform.Mode;
import org.harborline.platform.NavigationItem;
import org.harborline.platform.ProblemFormat;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

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
    Moments pageMoments(Clock clock, MessageSource messages) {
        return new Moments(clock, messages);
    }

    @Bean
    FrameDialect frameDialect(Frame frame, Moments moments) {
        return new FrameDialect(frame, moments);
    }

    @Bean
    ProblemWriter problemWriter(
            MessageSource messages,
            Languages languages,
            @Qualifier("thymeleafViewResolver") ViewResolver views,
            JsonMapper json,
            ObjectProvider<ProblemFormat> formats) {
        return new ProblemWriter(
                messages, languages, views, json, formats.orderedStream().toList());
    }

    /// Comes after the exception handlers of controllers and before Spring's own answers, which name what was sent.
    @Bean
    WebMvcConfigurer problemAnswers(ObjectProvider<ProblemWriter> writer) {
        return new WebMvcConfigurer() {
            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                resolvers.add(Math.min(1, resolvers.size()), new ProblemResolver(writer::getObject));
            }
        };
    }

    @Bean
    FilterRegistrationBean<RequestIds> requestIds() {
        var registration = new FilterRegistrationBean<>(new RequestIds());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }
}

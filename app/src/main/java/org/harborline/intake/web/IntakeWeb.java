// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.time.Duration;
import org.harborline.registry.Organisations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What stands before the provider interface.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class IntakeWeb {

    private static final String[] INTERFACE = {"/ispws", "/ispws/*"};
    private static final Duration ROOM_WITHIN = Duration.ofSeconds(10);

    @Bean
    FilterRegistrationBean<ProviderDoor> providerDoor(Organisations organisations) {
        var registration = new FilterRegistrationBean<>(new ProviderDoor(organisations, new BodyRoom(ROOM_WITHIN)));
        registration.addUrlPatterns(INTERFACE);
        // after the security chain, which is at -100
        registration.setOrder(0);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodiesThatAreNotRead(
            @Value("${harborline.intake.discard-for}") Duration limit) {
        return factory -> {
            factory.setProtocol(TimedProtocol.class.getName());
            factory.addEngineValves(new Discarding(limit), new CutOff());
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.time.Clock;
import java.time.Duration;
import org.harborline.platform.Mode;
import org.harborline.platform.StartRefused;
import org.harborline.registry.Organisations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What stands before the provider interface.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class IntakeWeb {

    static final String UPLOAD_POLICY = "${harborline.intake.upload-policy:refuse}";
    private static final String[] INTERFACE = {"/ispws", "/ispws/*", "/api/v1", "/api/v1/*"};
    private static final Duration ROOM_WITHIN = Duration.ofSeconds(10);

    @Bean
    CallLimits callLimits(
            @Value("${harborline.intake.calls-per-second:2000}") int perSecond,
            @Value("${harborline.intake.calls-at-once:20000}") int atOnce,
            Clock clock) {
        return new CallLimits(perSecond, atOnce, clock);
    }

    @Bean
    FilterRegistrationBean<ProviderDoor> providerDoor(
            Organisations organisations, CallLimits limits, ApiProblems problems) {
        var registration = new FilterRegistrationBean<>(
                new ProviderDoor(organisations, new BodyRoom(ROOM_WITHIN), limits, problems));
        registration.addUrlPatterns(INTERFACE);
        // after the security chain, which is at -100
        registration.setOrder(0);
        return registration;
    }

    /// Outside a sandbox it is never asked.
    @Bean
    FilterRegistrationBean<SandboxFailures> sandboxFailures(Mode mode, ApiProblems problems) {
        var registration = new FilterRegistrationBean<>(new SandboxFailures(problems));
        registration.addUrlPatterns(INTERFACE);
        registration.setOrder(1);
        registration.setEnabled(mode == Mode.SANDBOX);
        return registration;
    }

    @Bean
    WebMvcConfigurer limitBeforeHandlers(LimitGate gate) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(gate).addPathPatterns("/ispws/**", ApiProblems.BASE + "/**");
            }
        };
    }

    /// @throws StartRefused when a server for real reports is told to pretend
    @Bean
    UploadPolicy uploadPolicy(@Value(UPLOAD_POLICY) UploadPolicy policy, Mode mode) {
        if (policy == UploadPolicy.DRAIN && mode != Mode.SANDBOX) {
            throw new StartRefused("harborline.intake.upload-policy=drain is for a sandbox only: a sender would be told"
                    + " that its item was received. Remove the setting, or set it to refuse.");
        }
        return policy;
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

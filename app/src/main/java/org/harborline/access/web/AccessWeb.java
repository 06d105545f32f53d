// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts the gate before all handlers and the actor into their arguments.
@Configuration(proxyBeanMethods = false)
class AccessWeb implements WebMvcConfigurer {

    private final HandlerGate gate;
    private final ActorArgument actor;

    AccessWeb(HandlerGate gate, ActorArgument actor) {
        this.gate = gate;
        this.actor = actor;
    }

    /// The token of forms, in a cookie that no script can read: it works before anybody has signed in and survives a
    /// restart.
    @Bean
    static CsrfTokenRepository formTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("harborline-form");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict").httpOnly(true));
        return tokens;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(actor);
    }
}

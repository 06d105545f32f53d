// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import java.util.Objects;
import org.aopalliance.intercept.MethodInvocation;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Three ways in. Provider interfaces carry a credential with each request, have no session and no cookie, and
/// authenticate in their own module. The public door knows nobody. Everything else has sessions as rows and tokens in
/// forms.
///
/// What a handler needs is said at the handler, by `@Requires`; a test fails on one that says nothing. No list of
/// addresses is kept here, because it would have to be right as well.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableMethodSecurity(prePostEnabled = false)
class SecurityChains {

    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain interfaces(HttpSecurity http, Refusals refusals) {
        return http.securityMatcher("/ispws/**", "/api/*/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(answers ->
                        answers.accessDeniedHandler((request, response, _) -> refusals.scopeMissing(request, response)))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /// Pages of the public door know nobody: no session is read, no cookie set. Their forms carry no token, because
    /// there is nothing of the visitor's that another site could use; what a form may do is in its sealed field.
    @Bean
    @Order(2)
    SecurityFilterChain door(HttpSecurity http) {
        return http.securityMatcher("/report", "/report/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> {
                    headers(headers);
                    headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http, SessionContexts contexts, CsrfTokenRepository tokens, Refusals refusals) {
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .headers(SecurityChains::headers)
                .exceptionHandling(
                        answers -> answers.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to("health"))
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .hasAuthority(Permission.OPERATE.name())
                        .anyRequest()
                        .permitAll())
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                // Addresses hold report numbers and one-time links.
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy(
                                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self)"));
    }

    /// Asks for the permission that the `@Requires` of a handler names. It looks at each method's own annotations only;
    /// Spring's four, which may stand on annotations of annotations, would cost each start a tenth of its time.
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static AuthorizationManagerBeforeMethodInterceptor requiredPermission() {
        return new AuthorizationManagerBeforeMethodInterceptor(
                AnnotationMatchingPointcut.forMethodAnnotation(Requires.class),
                (who, handler) -> AuthorityAuthorizationManager.hasAuthority(
                                permission(handler).name())
                        .authorize(who, handler));
    }

    private static Permission permission(MethodInvocation handler) {
        Requires required = handler.getMethod().getAnnotation(Requires.class);
        return Objects.requireNonNull(required, "a handler that is guarded names its permission")
                .value();
    }

    /// Nobody signs in through Spring's own filters; without this bean Boot would make a user with a printed password.
    @Bean
    AuthenticationManager noOtherWayIn() {
        return authentication -> {
            throw new ProviderNotFoundException("Signing in is what the sign-in page does, and nothing else.");
        };
    }
}

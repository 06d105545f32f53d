// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.access.ActorAuthentication;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Walks every handler of the application: each says what it needs or is on the short public list, and what it needs is
/// enforced before anything else about the request is looked at.
@SpringBootTest
class HandlerRulesTests {

    /// Addresses that are open to everybody, with the reason. Adding one is a decision about safety.
    private static final Map<String, String> PUBLIC = Map.ofEntries(
            Map.entry("/", "leads on, shows nothing"),
            Map.entry("/api", "tells providers how to file, nothing about any report"),
            Map.entry("/developers/completeness", "publishes the rubric, nothing about any report"),
            Map.entry("/developers", "describes the JSON interface, nothing about any report"),
            Map.entry("/verify-receipt/key.json", "the public keys, for whoever checks a receipt"),
            Map.entry("/verify-receipt", "computes whether a pasted receipt holds; looks nothing up and keeps nothing"),
            Map.entry("/providers/register", "a company asks to join; answers everybody alike"),
            Map.entry("/providers/register/{secret}", "the link is the permission"),
            Map.entry("/sign-in", "the door"),
            Map.entry("/sign-in/second-factor", "the door; needs a session of its own"),
            Map.entry("/sign-in/again", "the door; needs a session of its own"),
            Map.entry("/sign-in/passkey", "the door; needs a session of its own"),
            Map.entry("/sign-in/passkey/question", "the door; needs a session of its own"),
            Map.entry("/sign-out", "ends what there is"),
            Map.entry("/invitation/{secret}", "the link is the permission"),
            Map.entry("/preferences", "language and appearance, kept in the browser"),
            Map.entry("/support", "the door of the support desk: when somebody is there, and nothing else"),
            Map.entry("/support/ask", "asks for support; shows nobody else's"),
            Map.entry("/support/return", "the words are the permission"),
            Map.entry("/support/return/message", "the words are the permission"),
            Map.entry("/support/return/close", "the words are the permission"),
            Map.entry("/report", "the public door; knows nobody and keeps nothing in the browser"),
            Map.entry("/report/leave", "leads away"),
            Map.entry("/report/{entry}", "the public door"),
            Map.entry("/report/next", "the public door; what it may do is in its sealed field"),
            Map.entry("/report/send", "the public door; what it may do is in its sealed field"),
            Map.entry("/report/words", "the public door; what it may do is in its sealed field"),
            Map.entry("/report/return", "the words are the permission"),
            Map.entry("/report/door/write", "the words are the permission"),
            Map.entry("/report/door/read", "the words are the permission"),
            Map.entry("/report/door/more", "the words are the permission"),
            Map.entry("/report/door/close", "the words are the permission"),
            Map.entry("/error", "shows an error and nothing else"));

    /// Provider interfaces authenticate in their own module, request by request, and answer in their own format.
    private static final List<String> OWN_AUTHENTICATION = List.of("/ispws/", "/api/");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    WebApplicationContext context;

    private MockMvcTester mvc;

    @BeforeEach
    void setUp() {
        mvc = MockMvcTester.from(
                context,
                builder -> builder.apply(SecurityMockMvcConfigurers.springSecurity())
                        .build());
    }

    private record Door(String pattern, HttpMethod method, HandlerMethod handler) {

        /// The address with something in place of each variable; deliberately not always convertible.
        String address() {
            return pattern.replaceAll("\\{[a-z]+:([a-z]+)[^}]*}", "$1").replaceAll("\\{[^}]+}", "1");
        }

        Permission needs() {
            return handler.getMethodAnnotation(Requires.class).value();
        }

        /// No session is read there, so another site has nothing to use.
        boolean knowsNobody() {
            return pattern.equals("/report") || pattern.startsWith("/report/");
        }

        boolean hasOwnAuthentication() {
            return OWN_AUTHENTICATION.stream().anyMatch(pattern::startsWith);
        }
    }

    private Stream<Door> doors() {
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> doors(entry.getKey(), entry.getValue()));
    }

    private static Stream<Door> doors(RequestMappingInfo mapping, HandlerMethod handler) {
        var methods = mapping.getMethodsCondition().getMethods();
        var all = methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> all.stream().map(method -> new Door(pattern, method.asHttpMethod(), handler)));
    }

    private Stream<Door> guarded() {
        return doors().filter(
                        door -> door.handler().hasMethodAnnotation(Requires.class) && !door.hasOwnAuthentication());
    }

    @Test
    void everyHandlerSaysWhatItNeedsOrIsOnThePublicList() {
        assertThat(doors().filter(door -> !door.handler().hasMethodAnnotation(Requires.class))
                        .filter(door -> !door.hasOwnAuthentication())
                        .map(Door::pattern))
                .isSubsetOf(PUBLIC.keySet());
    }

    @Test
    void nothingOnThePublicListIsGuardedOrGone() {
        assertThat(doors().map(Door::pattern)).containsAll(PUBLIC.keySet());
        assertThat(guarded().map(Door::pattern)).doesNotContainAnyElementsOf(PUBLIC.keySet());
    }

    @Test
    void somebodyUnknownIsAskedToSignInEverywhere() {
        assertThat(guarded()).isNotEmpty().allSatisfy(door -> {
            var answer = mvc.perform(request(door.method(), door.address()).with(csrf()));
            if (door.method().equals(HttpMethod.GET)) {
                assertThat(answer).as(door.pattern()).hasStatus(302);
                assertThat(answer.getResponse().getHeader("Location")).startsWith("/sign-in");
            } else {
                assertThat(answer).as(door.pattern()).hasStatus(401);
            }
        });
    }

    @Test
    void somebodyWithEverythingButThePermissionSeesWhatNobodySees() {
        var nothingThere = new UUID(0, 7).toString();
        var missing = mvc.perform(
                request(HttpMethod.GET, "/" + nothingThere).with(authentication(allBut(Permission.REPORT_FILE))));
        assertThat(missing).hasStatus(404);
        assertThat(guarded()).allSatisfy(door -> {
            var answer = mvc.perform(
                    request(door.method(), door.address()).with(csrf()).with(authentication(allBut(door.needs()))));
            assertThat(answer).as(door.method() + " " + door.pattern()).hasStatus(404);
        });
    }

    @Test
    void thePermissionAloneOpensTheHandler() {
        assertThat(guarded().filter(door -> door.method().equals(HttpMethod.GET)))
                .allSatisfy(door -> {
                    var answer = mvc.perform(request(HttpMethod.GET, door.address())
                            .with(authentication(new ActorAuthentication(actor(Set.of(door.needs()))))));
                    // What the handler then says of a record that is not there is its module's to test.
                    var failure = answer.getUnresolvedException();
                    assertThat(failure == null
                                    || !(NestedExceptionUtils.getMostSpecificCause(failure)
                                            instanceof AccessDeniedException))
                            .as(door.pattern())
                            .isTrue();
                    assertThat(gate(answer, failure)).as(door.pattern()).isFalse();
                });
    }

    /// Whether the answer leads to the sign-in page. Being asked for a fresh proof is not being refused.
    private static boolean gate(MvcTestResult answer, @Nullable Exception failure) {
        var location = failure == null ? answer.getResponse().getHeader("Location") : null;
        return location != null
                && location.startsWith(Redirects.SIGN_IN)
                && !location.startsWith(Redirects.CONFIRM_AGAIN);
    }

    @Test
    void formsWithoutATokenAreRefusedEverywhere() {
        assertThat(doors().filter(door ->
                        !door.method().equals(HttpMethod.GET) && !door.hasOwnAuthentication() && !door.knowsNobody()))
                .isNotEmpty()
                .allSatisfy(door -> assertThat(mvc.perform(request(door.method(), door.address())
                                .with(authentication(new ActorAuthentication(actor(EnumSet.allOf(Permission.class)))))))
                        .as(door.pattern())
                        .hasStatus(403));
    }

    private static ActorAuthentication allBut(Permission missing) {
        return new ActorAuthentication(actor(EnumSet.complementOf(EnumSet.of(missing))));
    }

    private static Actor actor(Set<Permission> permissions) {
        return new Actor(new UUID(0, 1).toString(), ActorKind.STAFF, permissions, null, null);
    }
}

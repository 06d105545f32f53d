// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.harborline.access.ActorAuthentication;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.WireCode;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Mode;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.registry.Organisations;
import org.harborline.registry.ProviderCredential;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets providers in by the credential each request carries. Runs inside the security chain, which
/// clears the
/// authentication afterwards, and decides from the headers alone: nothing of a body is read before.
final class ProviderDoor extends OncePerRequestFilter {

    /// Where handlers find the credential.
    static final String CREDENTIAL = ProviderDoor.class.getName();

    private static final String SCHEME = "basic ";
    private static final int LONGEST = 1024;

    /// A read-only credential makes an actor who lacks the permission; handlers refuse it. The door
    /// compares no
    /// addresses: one address can be written in many ways.
    private static final Set<Permission> READING = Set.of(Permission.FILING_READ);

    private static final Set<Permission> FILING = Set.of(Permission.FILING_READ, Permission.REPORT_FILE);

    private static final Set<Permission> ALL =
            Set.of(Permission.FILING_READ, Permission.REPORT_FILE, Permission.WEBHOOK_KEEP);

    private static final Set<Permission> ANSWERING = Set.of(Permission.FILING_READ, Permission.QUESTION_ANSWER);

    private final Organisations organisations;
    private final BodyRoom room;
    private final CallLimits limits;
    private final ApiProblems problems;

    ProviderDoor(Organisations organisations, BodyRoom room, CallLimits limits, ApiProblems problems) {
        this.organisations = organisations;
        this.room = room;
        this.limits = limits;
        this.problems = problems;
    }

    /// The description is open to everybody. Compared as it was written: whatever is written otherwise is asked for a
    /// credential.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getMethod().equals("GET") && request.getRequestURI().equals(DescriptionApi.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String[] pair = pair(request);
        Optional<ProviderCredential> credential =
                pair.length == 0 ? Optional.empty() : organisations.authenticate(pair[0], pair[1]);
        if (credential.isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Provider interface\", charset=\"UTF-8\"");
            problems.write(request, response, FilingAnswer.of(WireCode.AUTHENTICATION_REQUIRED, why(pair)));
            return;
        }
        request.setAttribute(CREDENTIAL, credential.get());
        limits.count(credential.get(), request, response);
        SecurityContextHolder.getContext().setAuthentication(new ActorAuthentication(actor(credential.get())));
        try (var _ = room.enter(request)) {
            chain.doFilter(request, response);
        }
    }

    /// What to do, from the user name alone: it says nothing about whether there is such a credential.
    private String why(String[] pair) {
        Optional<Mode> made = pair.length == 0 ? Optional.empty() : organisations.madeElsewhere(pair[0]);
        return made.map(mode -> switch (mode) {
                    case PRODUCTION ->
                        "This is a credential for real reports, and this server is a sandbox: nothing filed here reaches"
                                + " anybody. Use a credential made here.";
                    case SANDBOX ->
                        "This is a credential of a sandbox, and this server takes real reports. Use the one that was"
                                + " made here.";
                })
                .orElse("Send the user name and secret you were issued.");
    }

    /// User name and secret; nothing when the header holds none.
    private static String[] pair(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || header.length() > LONGEST || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new String[0];
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 1 ? new String[0] : new String[] {pair.substring(0, colon), pair.substring(colon + 1)};
        } catch (IllegalArgumentException _) {
            return new String[0];
        }
    }

    private static Actor actor(ProviderCredential credential) {
        return new Actor(
                credential.id().value().toString(),
                ActorKind.PROVIDER,
                switch (credential.scope()) {
                    case READ -> READING;
                    case FILE -> FILING;
                    case FILE_AND_WEBHOOKS -> ALL;
                    case QUESTIONS -> ANSWERING;
                },
                credential.provider().ref(),
                Purpose.REPORTING_OBLIGATION);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.harborline.platform.ProblemException;
import org.harborline.platform.ProblemFormat;
import org.harborline.platform.Traces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import tools.jackson.databind.json.JsonMapper;

/// Answers with a problem: as a page for browsers, as a fragment for htmx, as `application/problem+json` for programs,
/// or as the door wants it. Texts come from the catalogue alone, so nothing that was sent can be in them.
final class ProblemWriter {

    private static final String ANSWERING = ProblemWriter.class.getName();
    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);

    private final MessageSource messages;
    private final Languages languages;
    private final ViewResolver views;
    private final JsonMapper json;
    private final List<ProblemFormat> formats;

    ProblemWriter(
            MessageSource messages,
            Languages languages,
            ViewResolver views,
            JsonMapper json,
            List<ProblemFormat> formats) {
        this.messages = messages;
        this.languages = languages;
        this.views = views;
        this.json = json;
        this.formats = List.copyOf(formats);
    }

    /// A problem as RFC 9457 writes it.
    record Body(
            String type,
            String title,
            int status,
            String detail,
            @Nullable String requestId) {}

    /// Whether the page that is being made is the answer to a problem.
    static boolean isAnswering(HttpServletRequest request) {
        return request.getAttribute(ANSWERING) != null;
    }

    void write(ProblemException problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        request.setAttribute(ANSWERING, true);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        for (ProblemFormat format : formats) {
            if (format.answers(RequestIds.originalPath(request))) {
                format.write(problem, request, response);
                return;
            }
        }
        response.setStatus(problem.type().status().value());
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(languages.resolveLocale(request));
        try {
            writeBody(body(problem, request), request, response);
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private Body body(ProblemException problem, HttpServletRequest request) {
        var slug = problem.type().slug();
        var arguments = problem.arguments().toArray();
        var locale = LocaleContextHolder.getLocale();
        return new Body(
                "urn:harborline:problem:" + slug,
                messages.getMessage("problem." + slug + ".title", arguments, locale),
                problem.type().status().value(),
                messages.getMessage("problem." + slug + ".detail", arguments, locale),
                RequestIds.of(request));
    }

    private void writeBody(Body body, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("true".equals(request.getHeader("HX-Request"))) {
            page("layout/problem :: part", body, request, response);
        } else if (wantsPage(request)) {
            page("layout/problem", body, request, response);
        } else {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(body));
        }
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted == null) {
            return false;
        }
        try {
            return MediaType.parseMediaTypes(accepted).stream()
                    .anyMatch(type -> !type.isWildcardType() && type.includes(MediaType.TEXT_HTML));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }

    private void page(String name, Body body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            View view = views.resolveViewName(name, LocaleContextHolder.getLocale());
            if (view == null) {
                throw new IllegalStateException("there is no page for problems");
            }
            view.render(Map.of("problem", body), request, response);
        } catch (IOException gone) {
            throw gone;
        } catch (Exception broken) {
            LOG.error("the page for problems cannot be shown: {}", Traces.of(broken));
            plain(body, response);
        }
    }

    /// When the frame itself fails there is still an answer.
    private static void plain(Body body, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream()
                .write("%s%n%s%nRequest-ID: %s%n"
                        .formatted(body.title(), body.detail(), body.requestId())
                        .getBytes(StandardCharsets.UTF_8));
    }
}

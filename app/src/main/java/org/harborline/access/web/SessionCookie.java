// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// The cookie that holds the secret of a session. Lives until the browser closes; the row decides when it ends.
final class SessionCookie {

    /// The prefix makes browsers refuse the cookie from anywhere but this host over TLS.
    private static final String SECURE = "__Host-harborline-session";

    private static final String PLAIN = "harborline-session";

    private SessionCookie() {}

    static Optional<String> read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, name(request));
        return cookie == null
                        || cookie.getValue().isEmpty()
                        || cookie.getValue().length() > 100
                ? Optional.empty()
                : Optional.of(cookie.getValue());
    }

    static void write(HttpServletRequest request, HttpServletResponse response, String token) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(request, token).build().toString());
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(request, "").maxAge(0).build().toString());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, String token) {
        return ResponseCookie.from(name(request), token)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                // Not Strict: the link in a mail to the duty officer must find them signed in. Other sites can then
                // make
                // somebody look at a page, never send a form, which needs a token besides.
                .sameSite("Lax");
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SECURE : PLAIN;
    }
}

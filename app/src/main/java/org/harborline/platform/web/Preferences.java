// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// Language and appearance, kept by the browser alone.
final class Preferences {

    static final String AUTO = "auto";

    private static final String LANGUAGE = "harborline-language";
    private static final String THEME = "harborline-theme";
    private static final Set<String> THEMES = Set.of(AUTO, "light", "dark");
    private static final Duration KEPT = Duration.ofDays(365);

    private Preferences() {}

    static Optional<String> language(HttpServletRequest request) {
        return cookie(request, LANGUAGE);
    }

    static String theme(HttpServletRequest request) {
        return cookie(request, THEME).filter(Preferences::isTheme).orElse(AUTO);
    }

    static boolean isTheme(String value) {
        return THEMES.contains(value);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(jakarta.servlet.http.Cookie::getValue);
    }

    static ResponseCookie keepLanguage(String tag, boolean secure) {
        return cookie(LANGUAGE, tag, KEPT, secure);
    }

    /// Following the system needs no cookie.
    static ResponseCookie keepTheme(String theme, boolean secure) {
        return cookie(THEME, theme, theme.equals(AUTO) ? Duration.ZERO : KEPT, secure);
    }

    private static ResponseCookie cookie(String name, String value, Duration kept, boolean secure) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(kept)
                .build();
    }
}

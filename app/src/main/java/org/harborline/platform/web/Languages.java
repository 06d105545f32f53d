// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.harborline.platform.PageLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/// Which language a page is in: the one that was chosen, else the first the browser asks for that there is, else
/// English.
final class Languages implements LocaleResolver {

    private final IcuMessages messages;

    Languages(IcuMessages messages) {
        this.messages = messages;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return PageLanguage.chosen(request)
                .flatMap(this::find)
                .or(() -> Preferences.language(request).flatMap(this::find))
                .orElseGet(() -> asked(request));
    }

    private Locale asked(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.ENGLISH; // the server's own locale would come back otherwise
        }
        var wanted = request.getLocales();
        while (wanted.hasMoreElements()) {
            var known = find(wanted.nextElement().getLanguage());
            if (known.isPresent()) {
                return known.get();
            }
        }
        return Locale.ENGLISH;
    }

    /// The language with this tag, when there are messages in it.
    Optional<Locale> find(String tag) {
        return list().stream()
                .filter(language -> language.toLanguageTag().equals(tag))
                .findFirst();
    }

    List<Locale> list() {
        return messages.languages();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("a language is chosen by posting to /preferences");
    }
}

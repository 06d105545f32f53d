// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The language a request itself asks for, for pages that keep nothing in the browser. It comes before what the browser
/// keeps or prefers.
public final class PageLanguage {

    private static final String ATTRIBUTE = PageLanguage.class.getName();

    private PageLanguage() {}

    public static void choose(HttpServletRequest request, @Nullable String tag) {
        if (tag != null) {
            request.setAttribute(ATTRIBUTE, tag);
        }
    }

    public static Optional<String> chosen(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.harborline.platform.OwnPath;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Takes the language and the appearance somebody chose and leads back to where they were. Open to everybody.
@Controller
class PreferencePages {

    private final Languages languages;

    PreferencePages(Languages languages) {
        this.languages = languages;
    }

    @PostMapping("/preferences")
    ResponseEntity<Void> keep(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String back) {
        var answer = ResponseEntity.status(HttpStatus.SEE_OTHER);
        if (language != null && languages.find(language).isPresent()) {
            answer.header(
                    HttpHeaders.SET_COOKIE,
                    Preferences.keepLanguage(language, request.isSecure()).toString());
        }
        if (theme != null && Preferences.isTheme(theme)) {
            answer.header(
                    HttpHeaders.SET_COOKIE,
                    Preferences.keepTheme(theme, request.isSecure()).toString());
        }
        return answer.header(HttpHeaders.LOCATION, back != null && OwnPath.matches(back) ? back : "/")
                .build();
    }
}

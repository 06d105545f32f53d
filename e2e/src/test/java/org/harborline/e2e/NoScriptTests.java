// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithDemo.class)
class NoScriptTests {

    @Test
    void signsInWorksAndSignsOutWithoutScripts(Browsing browsing) {
        try (var analyst = browsing.withoutScripts()) {
            analyst.signIn("analyst");
            analyst.go("/worklist");
            var page = analyst.page();
            assertThat(page.locator("h1")).isVisible();

            page.locator("main a[href^='/reports/']").first().click();
            assertThat(page).hasURL(Pattern.compile(".*/reports/\\d+.*"));
            assertThat(page.locator("h1")).isVisible();

            analyst.go("/worklist");
            page.locator(".hl-side details.hl-menu > summary").click();
            page.locator("button[name=language][value=es]").click();
            assertThat(page.locator("html")).hasAttribute("lang", "es");

            page.locator(".hl-side details.hl-menu > summary").click();
            page.locator("form[action^='/sign-out'] button").click();
            assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        }
    }
}

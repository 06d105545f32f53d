// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody writes a call down, presses what lies near, and files it when it is over.
@ExtendWith(WithDemo.class)
class TelephoneTests {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theCallIsKeptUntilItIsFiled(boolean scripts, Browsing browsing) {
        try (var analyst = scripts ? browsing.person("analyst", "en") : browsing.withoutScripts()) {
            if (!scripts) {
                analyst.signIn("analyst");
            }
            analyst.go("/telephone");
            var page = analyst.page();
            page.locator("#f-tell").fill("[synthetic narrative 92]");
            page.locator("#f-service").fill("Example Chat");
            page.locator("#caller-language").selectOption("es");
            page.locator("#f-service").press("Enter");
            assertThat(page.getByText("Nothing is filed yet")).isVisible();
            assertThat(page.locator("#f-tell")).hasValue("[synthetic narrative 92]");

            page.locator("#country-here").selectOption("US");
            analyst.press("Show numbers");
            assertThat(page.locator("a[href='tel:911']").first()).isVisible();
            assertThat(page.locator("#f-service")).hasValue("Example Chat");
            assertThat(page.locator("#caller-language")).hasValue("es");

            page.locator("input[name=danger][value=no]").check();
            analyst.press("File the report");
            assertThat(page.locator("h1")).hasText(Pattern.compile("Report \\d+ is filed"));
            assertThat(page.locator("[lang=es] .hl-words li")).hasCount(8);
        }
    }
}

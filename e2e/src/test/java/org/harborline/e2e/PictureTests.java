// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Takes the pictures of the main pages that the README shows.
@ExtendWith(WithDemo.class)
@EnabledIfSystemProperty(named = "harborline.docs.write", matches = "true")
class PictureTests {

    private static final Path IMAGES = Packaged.root().resolve("docs/images");

    @ParameterizedTest
    @CsvSource({
        "sign-in, , /sign-in",
        "worklist, analyst, /worklist",
        "report, analyst, main a[href^='/reports/']",
        "look-up, analyst, /look-up",
        "referrals, analyst, /referrals",
        "agency-inbox, agency, /agency",
        "agencies, admin, /registry/agencies",
        "conservation, admin, /operator/conservation"
    })
    void showsTheMainPages(String name, String person, String place, Browsing browsing) throws IOException {
        Files.createDirectories(IMAGES);
        try (var visitor = person == null ? browsing.stranger("en") : browsing.person(person, "en")) {
            if (place.startsWith("/")) {
                visitor.go(place);
            } else {
                visitor.go("/worklist");
                visitor.go(visitor.page().locator(place).first().getAttribute("href"));
            }
            shoot(visitor, name, Look.USUAL);
            shoot(visitor, name + "-dark", new Look(Look.WIDE, ColorScheme.DARK));
            shoot(visitor, name + "-narrow", new Look(Look.NARROW, ColorScheme.LIGHT));

            assertThat(IMAGES.resolve(name + ".png")).isNotEmptyFile();
        }
    }

    private static void shoot(Visitor visitor, String name, Look look) {
        visitor.look(look);
        visitor.page().screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name + ".png")));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Takes the pictures of the main pages that the README shows. They are kept with `-Dharborline.docs.write=true` only;
/// otherwise the pages are looked at and the kept pictures have to be there.
@ExtendWith(WithDemo.class)
class PictureTests {

    private static final Path KEPT = Packaged.root().resolve("docs/pictures");
    private static final boolean WRITE = Boolean.getBoolean("harborline.docs.write");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    @TempDir
    private Path passing;

    @ParameterizedTest
    @CsvSource({
        "worklist, analyst, /worklist, LIGHT",
        "report, analyst, /reports/{number}, LIGHT",
        "report-dark, analyst, /reports/{number}, DARK",
        "refer, analyst, /reports/{number}/refer, LIGHT",
        "package, agency, /agency/packages, LIGHT",
        "conservation, admin, /operator/conservation, LIGHT"
    })
    void showsTheMainPages(String name, String person, String place, ColorScheme scheme, Work work, Browsing browsing)
            throws IOException {
        try (var visitor = browsing.person(person, "en")) {
            visitor.look(new Look(Look.WIDE, scheme));
            open(visitor, place.replace("{number}", Long.toString(work.referred())));
            var page = visitor.page();
            assertThat(page.locator("h1").isVisible()).isTrue();
            Path picture = (WRITE ? Files.createDirectories(KEPT) : passing).resolve(name + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(picture));

            assertThat(Files.readAllBytes(picture)).startsWith(PNG).hasSizeLessThan(200_000);
            assertThat(KEPT.resolve(name + ".png")).exists();
            assertThat(visitor.mishaps()).isEmpty();
        }
    }

    /// Goes to a path, or by the first link whose address starts so from where the person begins.
    private static void open(Visitor visitor, String place) {
        if (place.equals("/agency/packages")) {
            visitor.go("/agency");
            visitor.go(visitor.page()
                    .locator("main a[href^='" + place + "']")
                    .first()
                    .getAttribute("href"));
        } else {
            visitor.go(place);
        }
    }

    @Test
    void isShownInTheReadme() throws IOException {
        String readme = Files.readString(Packaged.root().resolve("README.md"));

        try (var pictures = Files.list(KEPT)) {
            assertThat(pictures.map(picture -> "docs/pictures/" + picture.getFileName()))
                    .isNotEmpty()
                    .allSatisfy(picture -> assertThat(readme).contains(picture));
        }
    }
}

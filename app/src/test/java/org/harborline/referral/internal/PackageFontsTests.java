// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.model.GsubData;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageFontsTests {

    private static final PackageFonts FONTS = new PackageFonts();

    @ParameterizedTest
    @ValueSource(strings = {"Iñárritu ß ǅ", "Ωραία", "Жёлтый Љубав", "Ğüzel İı", "Nguyễn", "a_b-c.d+e@f"})
    void printsLatinGreekAndCyrillicAsTheyAre(String text) {
        assertThat(FONTS.printable(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'a\u200bb', a[U+200B]b",
        "'a\u202eb', a[U+202E]b",
        "'a\u00a0b', a[U+00A0]b",
        "'\u0000', [U+0000]",
        "'\u0645', [U+0645]",
        "'\u6f22', [U+6F22]",
        "'\uD83D\uDE00', [U+1F600]"
    })
    void writesWhatNobodyCanSeeAsItsCodePoint(String text, String printed) {
        assertThat(FONTS.printable(text)).isEqualTo(printed);
    }

    @Test
    void refusesAPageWithAMissingGlyph() {
        assertThatThrownBy(() -> FONTS.requireGlyphs("fine \u6f22"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("U+6F22");
    }

    @Test
    void theVendoredFilesAreThoseOfTheList() throws IOException {
        String list = resource("/fonts/VENDORED.md");
        for (String name : PackageFonts.names()) {
            try (var in = Objects.requireNonNull(PackageFontsTests.class.getResourceAsStream(name))) {
                assertThat(list).contains(PackageComposer.sha256(in.readAllBytes()));
            }
        }
        assertThat(resource("/fonts/OFL.txt")).contains("SIL Open Font License, Version 1.1");
    }

    @ParameterizedTest
    @MethodSource("names")
    void noSubstitutionsOfShapedScriptsAreTriedOnEachPieceOfText(String name) throws IOException {
        try (var document = new PDDocument()) {
            assertThat(FONTS.face(document, name))
                    .isInstanceOfSatisfying(
                            PDType0Font.class,
                            face -> assertThat(face.getGsubData()).isSameAs(GsubData.NO_DATA_FOUND));
        }
    }

    static List<String> names() {
        return PackageFonts.names();
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(PackageFontsTests.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

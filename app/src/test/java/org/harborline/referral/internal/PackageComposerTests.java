// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.harborline.referral.PackageDocument;
import org.harborline.referral.internal.SamplePackages.Keys;
import org.junit.jupiter.api.Test;

class PackageComposerTests {

    private static final Keys KEYS = Keys.fresh();
    private static final PackageComposer COMPOSER = new PackageComposer(new PackagePdf());

    @Test
    void writesTheJsonThatMachinesRead() throws IOException {
        String json = text(parts(SamplePackages.full(), Locale.ENGLISH), PackageComposer.DOCUMENT);

        assertThat(json).isEqualToNormalizingNewlines(golden("package-full.json"));
    }

    @Test
    void saysNothingWhereTheSenderSaidNothing() throws IOException {
        String json = text(parts(SamplePackages.bare(), Locale.ENGLISH), PackageComposer.DOCUMENT);

        assertThat(json).isEqualToNormalizingNewlines(golden("package-bare.json"));
    }

    @Test
    void putsThePossibleChildBeforeEverythingElse() throws IOException {
        String pages = pages(SamplePackages.full(), Locale.ENGLISH);

        assertThat(pages)
                .containsSubsequence(
                        "May be a child or a victim",
                        "the sender states an age under 18",
                        "Viewed, public, on whose word",
                        "The clearinghouse holds no material and has viewed none.",
                        "Where the material is",
                        "Why this agency",
                        "As received",
                        "Clearinghouse findings",
                        "Reports that belong with this one");
    }

    @Test
    void printsOneCardLinePerItemAndSilenceAsSilence() throws IOException {
        String pages = pages(SamplePackages.full(), Locale.ENGLISH);

        assertThat(pages).containsPattern("88-A\\s+(possible-self-production\\s+)?yes\\s+not stated\\s+Example Chat");
        assertThat(pages).containsPattern("88-B\\s+no\\s+yes\\s+Example Chat");
    }

    @Test
    void printsWhatIsMissingAsNotStated() throws IOException {
        String pages = pages(SamplePackages.bare(), Locale.ENGLISH);

        assertThat(pages).contains("The sender described no item");
        for (String label : List.of(
                "Provider’s reference",
                "Preserved until",
                "Address for legal process",
                "E-mail for legal process",
                "24-hour number")) {
            assertThat(pages).contains(label + " not stated");
        }
        assertThat(pages).contains("The clearinghouse holds no material and has viewed none.");
    }

    @Test
    void printsEveryWayInWhichLegalProcessIsTaken() throws IOException {
        String pages = pages(SamplePackages.full(), Locale.ENGLISH).replaceAll("\\s+", " ");

        assertThat(pages)
                .contains(
                        "Address for legal process Legal Desk, 1 Sample Street",
                        "E-mail for legal process legal@chat.example");
    }

    @Test
    void marksWhatTheSenderItselfStatedForAgencies() throws IOException {
        assertThat(pages(SamplePackages.full(), Locale.ENGLISH).replaceAll("\\s+", " "))
                .containsSubsequence(
                        "Where the material is",
                        "Stated by the sender",
                        "Contact for law enforcement",
                        "email: agencies@chat.example",
                        "Text in every report of the sender [synthetic boilerplate 1]",
                        "Terms of service [synthetic boilerplate 2]",
                        "Legal page hxxps[:]//chat[.]example/legal",
                        "Why this agency");
        assertThat(pages(SamplePackages.full(), Locale.forLanguageTag("es")).replaceAll("\\s+", " "))
                .contains("Declarado por el remitente", "Contacto para las autoridades");
    }

    @Test
    void printsTimesInUtcAndAsSentAndSaysWhenTheOffsetIsUnknown() throws IOException {
        String pages = pages(SamplePackages.full(), Locale.ENGLISH);

        assertThat(pages)
                .containsPattern("2026-03-02 10:14:00 UTC\\s+as sent: 2026-03-02T12:14:00\\+02:00\\s+offset \\+02:00");
        assertThat(pages)
                .containsPattern("as sent: 2026-03-02 10:14:00\\s+offset\\s+not\\s+stated,\\s+read\\s+as\\s+UTC");
    }

    @Test
    void printsIdentifiersExactlyAndUnseenCharactersAsCodePoints() throws IOException {
        String pages = pages(SamplePackages.full(), Locale.ENGLISH);

        assertThat(pages)
                .contains("Sam.Sample+x@mail.example")
                .contains("source port 40021")
                .contains("203.0.113.9");
        assertThat(pages.replaceAll("\\s", "")).contains("sam[U+200B]ple[U+1F600]");
    }

    @Test
    void printsWhoseAFindingIsAndWhatAnAddressIsReadWith() throws IOException {
        String found = after(pages(SamplePackages.full(), Locale.ENGLISH), "Found by the clearinghouse");

        assertThat(found)
                .containsSubsequence("Screen name", "Child or victim", "sam_sample_2", "Example Games")
                .containsSubsequence("IP address", "Reported person", "198.51.100.7", "source port 51000")
                .contains("medium confidence");
        assertThat(found.replaceAll("\\s", "")).contains("2026-03-0209:00:00UTCasrecorded:2026-03-02T11:00:00+02:00");
        assertThat(after(pages(SamplePackages.full(), Locale.forLanguageTag("es")), "Hallado por el centro"))
                .contains("Menor o víctima", "confianza media");
    }

    @Test
    void saysToWhomAnAssociatedAccountIsTied() throws IOException {
        assertThat(after(pages(SamplePackages.full(), Locale.ENGLISH), "Persons and accounts")
                        .replaceAll("\\s+", " "))
                .containsSubsequence(
                        "Associated account 1, of Child or victim 1",
                        "Platform: Example Games",
                        "Tied as: Parent/Guardian",
                        "Associated account 1, of Child or victim 1: Portland, OR, US");
    }

    @Test
    void makesNoLocationThatCouldBeOpened() throws IOException {
        var parts = parts(SamplePackages.full(), Locale.ENGLISH);

        for (String text :
                new String[] {pages(SamplePackages.full(), Locale.ENGLISH), text(parts, PackageComposer.DOCUMENT)}) {
            assertThat(text.replaceAll("\\s", ""))
                    .doesNotContainPattern("(?i)https?://")
                    .contains("hxxps[:]//chat[.]example/u/sam");
        }
        try (var pdf = Loader.loadPDF(parts.get(PackageComposer.PAGES))) {
            for (var page : pdf.getPages()) {
                assertThat(page.getAnnotations()).isEmpty();
            }
        }
    }

    @Test
    void speaksTheLanguageOfTheAgency() throws IOException {
        String pages = pages(SamplePackages.bare(), Locale.forLanguageTag("es"));

        assertThat(pages)
                .contains("El centro no tiene ningún material ni ha visto ninguno.")
                .contains("no declarado");
    }

    @Test
    void embedsEveryFontItUses() throws IOException {
        try (var pdf =
                Loader.loadPDF(parts(SamplePackages.full(), Locale.ENGLISH).get(PackageComposer.PAGES))) {
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
            var xmp = new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(xmp).containsPattern("pdfaid:part(>|=\")2").containsPattern("pdfaid:conformance(>|=\")A");
            assertThat(pdf.getDocumentCatalog().getOutputIntents()).hasSize(1);
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        }
    }

    private static SequencedMap<String, byte[]> parts(PackageDocument document, Locale language) {
        return PackageFile.read(COMPOSER.compose(document, language, KEYS.signer()), KEYS.verifier())
                .orElseThrow();
    }

    private static String pages(PackageDocument document, Locale language) throws IOException {
        try (var pdf = Loader.loadPDF(parts(document, language).get(PackageComposer.PAGES))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static String after(String pages, String words) {
        assertThat(pages).contains(words);
        return pages.substring(pages.indexOf(words));
    }

    private static String text(SequencedMap<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }

    private static String golden(String name) throws IOException {
        try (var in =
                Objects.requireNonNull(PackageComposerTests.class.getResourceAsStream("/referral/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.harborline.intake.ReceivedReport;
import org.harborline.referral.PackageDocument;
import org.junit.jupiter.api.Test;

/// A package says all that the sender said: whatever is changed in a received report, or left out of it, the package
/// reads differently.
class ReceivedPartsTests {

    /// Said in the head of a package and where the material is. That the holder of an address is not known is no word
    /// of
    /// the sender, and would tell which address is the reporter's own.
    private static final Set<String> ELSEWHERE =
            Set.of("number.value", "provider", "identifiers.quality.holderUnknown");

    @Test
    void leavesNothingOutOfTheDocumentForMachines() {
        assertThat(lost(Said.everything(), report -> json(document(report)))).isEqualTo(ELSEWHERE);
    }

    @Test
    void leavesNothingOutOfThePages() {
        var pages = new PackagePdf();
        var positions = Set.of("hostings.path", "identifiers.path", "locations.path", "parties.path");

        assertThat(lost(Said.everything(), report -> pages.html(document(report), Locale.ENGLISH)))
                .isEqualTo(union(ELSEWHERE, positions));
    }

    @Test
    void leavesOutNothingThatTheSenderSaysToAgencies() {
        var pages = new PackagePdf();

        assertThat(lost(Said.toAgencies(), report -> json(document(report)))).isEqualTo(ELSEWHERE);
        assertThat(lost(Said.toAgencies(), report -> pages.html(document(report), Locale.ENGLISH)))
                .doesNotContain("texts.section.value", "texts.text");
    }

    @Test
    void printsWhatTheSenderSaysToAgenciesWhereTheMaterialIs() {
        var document = document(Said.toAgencies());

        assertThat(document.received().texts()).isEmpty();
        assertThat(document.material().statedBySender())
                .extracting(part -> part.section(), part -> part.text().value())
                .containsExactly(tuple("sender.agency-contact", "email: agencies@chat.example"));
    }

    /// What can be changed or left out of a report without being noticed.
    static Set<String> lost(ReceivedReport report, Function<ReceivedReport, String> shown) {
        String usual = shown.apply(report);
        var lost = new TreeSet<String>();
        Variants.of(report).forEach((path, others) -> {
            var all = new HashSet<>(List.of(usual));
            others.forEach(other -> all.add(shown.apply(other)));
            if (all.size() < 1 + others.size()) {
                lost.add(path);
            }
        });
        return lost;
    }

    static Set<String> union(Set<String> one, Set<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    static PackageDocument document(ReceivedReport report) {
        var parts = new ReceivedParts(report);
        PackageDocument sample = SamplePackages.bare();
        return new PackageDocument(
                sample.format(),
                sample.head(),
                sample.statement(),
                List.of(),
                null,
                parts.items(SamplePackages.PROVIDER),
                new PackageDocument.Keeper(
                        SamplePackages.PROVIDER,
                        "7",
                        parts.references(),
                        null,
                        null,
                        null,
                        null,
                        parts.statedBySender()),
                parts.received(SamplePackages.PROVIDER, null),
                List.of(),
                List.of());
    }

    private static String json(PackageDocument document) {
        return PackageComposer.JSON.writeValueAsString(document);
    }
}

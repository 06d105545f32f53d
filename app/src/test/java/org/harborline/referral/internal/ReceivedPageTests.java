// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.ReceivedReport;
import org.harborline.referral.PackageDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

class ReceivedPageTests extends ReferralCase {

    @Autowired
    SpringTemplateEngine templates;

    @Test
    void leavesNothingOutOfThePageOfAPackage() {
        var elsewhere = Set.of(
                "number.value",
                "provider",
                "hostings.path",
                "identifiers.path",
                "identifiers.quality.holderUnknown",
                "locations.path",
                "parties.path");

        assertThat(ReceivedPartsTests.lost(Said.everything(), this::page)).isEqualTo(elsewhere);
    }

    @Test
    void marksOnTheCardWhereTheMaterialIsWhatTheSenderStatedItself() {
        assertThat(page(SamplePackages.full(), "material"))
                .containsSubsequence(
                        "Stated by the sender",
                        "Contact for law enforcement",
                        "agencies@chat.example",
                        "Text in every report of the sender",
                        "[synthetic boilerplate 1]",
                        "Terms of service",
                        "[synthetic boilerplate 2]",
                        "Legal page",
                        "hxxps[:]//chat[.]example/legal");
        assertThat(page(SamplePackages.full(), "texts")).doesNotContain("boilerplate", "agencies@chat.example");
        assertThat(page(SamplePackages.bare(), "material")).doesNotContain("Stated by the sender");
        assertThat(ReceivedPartsTests.lost(Said.toAgencies(), this::page))
                .doesNotContain("texts.section.value", "texts.text");
    }

    @Test
    void namesEveryWayInWhichLegalProcessIsTaken() {
        assertThat(page(SamplePackages.full(), "material"))
                .contains("Legal Desk, 1 Sample Street", "E-mail for legal process", "legal@chat.example");
        assertThat(page(SamplePackages.bare(), "material"))
                .containsPattern("E-mail for legal process</dt><dd>not stated</dd>");
    }

    /// The parts of the page as an agency sees them, without the frame around.
    private String page(ReceivedReport report) {
        return page(
                ReceivedPartsTests.document(report),
                "viewed",
                "material",
                "incident",
                "parties",
                "identifiers",
                "texts");
    }

    private String page(PackageDocument document, String... parts) {
        var context = new Context(Locale.ENGLISH);
        context.setVariable("document", document);
        context.setVariable("r", document.received());
        context.setVariable("none", "not stated");
        return Stream.of(parts)
                .map(part -> templates.process("referral/received", Set.of(part), context))
                .collect(Collectors.joining());
    }
}

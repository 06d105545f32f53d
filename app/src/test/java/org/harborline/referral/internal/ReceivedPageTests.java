// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.ReceivedReport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

class ReceivedPageTests extends ReferralCase {

    @Autowired
    SpringTemplateEngine templates;

    @Test
    void leavesNothingOutOfThePageOfAPackage() {
        var elsewhere = Set.of("number.value", "provider", "identifiers.path", "locations.path", "parties.path");

        assertThat(ReceivedPartsTests.lost(Said.everything(), this::page)).isEqualTo(elsewhere);
    }

    /// The parts of the page as an agency sees them, without the frame around.
    private String page(ReceivedReport report) {
        var document = ReceivedPartsTests.document(report);
        var context = new Context(Locale.ENGLISH);
        context.setVariable("document", document);
        context.setVariable("r", document.received());
        context.setVariable("none", "not stated");
        return Stream.of("viewed", "incident", "parties", "identifiers", "texts")
                .map(part -> templates.process("referral/received", Set.of(part), context))
                .collect(Collectors.joining());
    }
}

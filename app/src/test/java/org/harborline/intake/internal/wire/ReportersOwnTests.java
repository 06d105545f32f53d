// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.synthetic.reports.ReportBuilder.aReport;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.StatedIdentifier;
import org.harborline.synthetic.reports.ReportBuilder;
import org.junit.jupiter.api.Test;

/// What who reports gives as their own, where a reported person's belongs.
class ReportersOwnTests {

    private static final String OWN = "robin.sample@town.example";

    private final ReportDocuments documents =
            new ReportDocuments(Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC));

    private ReceivedReport received(ReportBuilder report) {
        return received(report.xml());
    }

    private ReceivedReport received(String xml) {
        String kept = documents
                .acceptReport(xml.getBytes(StandardCharsets.UTF_8), "UTF-8")
                .receivedText();
        assertThat(kept).doesNotContain("reportingPerson");
        return documents.read(new ReportNumber(7), new UUID(0, 7), kept, List.of());
    }

    private static List<String> ofUnknownHolder(ReceivedReport report) {
        return report.identifiers().stream()
                .filter(stated -> stated.quality().holderUnknown())
                .map(StatedIdentifier::value)
                .toList();
    }

    @Test
    void doesNotKnowWhoseTheReportersOwnAddressIsInThePlaceOfAReportedPerson() {
        var report = received(aReport()
                .reportedBy("Robin", "Sample", OWN)
                .about(p -> p.withEmail("Robin.Sample@Town.example").withEmail("kim@town.example")));

        assertThat(ofUnknownHolder(report)).containsExactly("Robin.Sample@Town.example");
    }

    @Test
    void findsTheReportersNumberHoweverItIsWritten() {
        String xml = aReport()
                .reportedBy("Robin", "Sample", OWN)
                .about(p -> p.withPhone("+1", "(202) 555-0143").withPhone("+1", "202 555 0144"))
                .xml()
                .replace("<email>" + OWN, "<phone>+1 202 555 0143</phone><email>" + OWN);

        assertThat(ofUnknownHolder(received(xml))).containsExactly("(202) 555-0143");
    }

    @Test
    void findsTheReportersNumberAlsoAsItIsWrittenInsideTheCountry() {
        String xml = aReport()
                .reportedBy("Robin", "Sample", OWN)
                .about(p -> p.withPhone("+44", "07700 900123"))
                .xml()
                .replace("<email>" + OWN, "<phone>+44 7700 900123</phone><email>" + OWN);

        assertThat(ofUnknownHolder(received(xml))).containsExactly("07700 900123");
    }

    @Test
    void leavesVictimsAndRecipientsTheirOwn() {
        var report = received(aReport()
                .reportedBy("Robin", "Sample", OWN)
                .withVictim(v -> v.withEmail(OWN))
                .withRecipient(r -> r.withEmail(OWN)));

        assertThat(ofUnknownHolder(report)).isEmpty();
        assertThat(report.identifiers())
                .filteredOn(stated -> stated.kind() == IdentifierKind.EMAIL)
                .extracting(StatedIdentifier::role)
                .containsExactlyInAnyOrder(PartyRole.VICTIM, PartyRole.INTENDED_RECIPIENT);
    }

    @Test
    void looksAtTheAccountsOfAReportedPersonToo() {
        var report = received(aReport()
                .reportedBy("Robin", "Sample", OWN)
                .about(p -> p.withAssociatedAccount("Linked", account -> account.withEmail(OWN))));

        assertThat(ofUnknownHolder(report)).containsExactly(OWN);
    }
}

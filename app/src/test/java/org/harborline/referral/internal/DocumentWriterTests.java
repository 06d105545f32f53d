// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.IncidentType;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportState;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.ContactPoint.Details;
import org.junit.jupiter.api.Test;

class DocumentWriterTests {

    @Test
    void showsAMissingPartAsMissing() {
        var contacts = List.of(
                contact(
                        ContactKind.ROUND_THE_CLOCK,
                        1,
                        new Details("Desk", "desk@chat.example", null, "1 Sample Road")),
                contact(ContactKind.LEGAL_PROCESS, 1, new Details("Desk", null, "+1 555 0100", null)));

        assertThat(DocumentWriter.first(contacts, ContactKind.ROUND_THE_CLOCK, Details::phone))
                .isNull();
        assertThat(DocumentWriter.first(contacts, ContactKind.LEGAL_PROCESS, Details::post))
                .isNull();
    }

    @Test
    void takesTheFirstContactThatHasThePart() {
        var contacts = List.of(
                contact(ContactKind.LEGAL_PROCESS, 3, new Details(null, null, null, "3 Sample Road")),
                contact(ContactKind.LEGAL_PROCESS, 2, new Details(null, null, null, "2 Sample Road\nSampletown")),
                contact(ContactKind.LEGAL_PROCESS, 1, new Details(null, null, "+1 555 0100", null)));

        assertThat(DocumentWriter.first(contacts, ContactKind.LEGAL_PROCESS, Details::post))
                .isEqualTo("2 Sample Road Sampletown");
    }

    @Test
    void namesTheAddressForLegalProcessThatIsAnEmail() {
        var contacts = List.of(
                contact(ContactKind.LEGAL_PROCESS, 1, new Details("Desk", "legal@chat.example", null, null)),
                contact(ContactKind.ROUND_THE_CLOCK, 1, new Details("Desk", "desk@chat.example", "+1 555 0100", null)));

        var keeper = DocumentWriter.keeper(report(), new ReceivedParts(SamplePackages.bareReport()), contacts);

        assertThat(keeper.legalProcessEmail()).isEqualTo(Defanged.text("legal@chat.example"));
        assertThat(keeper.legalProcessAddress()).isNull();
        assertThat(keeper.emergencyNumber()).isEqualTo(Defanged.text("+1 555 0100"));
    }

    private static Report report() {
        var at = Instant.parse("2026-03-02T10:14:05Z");
        return new Report(
                new ReportNumber(2),
                new UUID(0, 7),
                SamplePackages.PROVIDER,
                ReportState.FINISHED,
                IncidentType.CSAM,
                false,
                false,
                at,
                at,
                at,
                null,
                0,
                org.harborline.intake.ReportSource.PROVIDER,
                null,
                null);
    }

    private static ContactPoint contact(ContactKind kind, int rank, Details details) {
        return new ContactPoint(UUID.randomUUID(), kind, rank, details, LocalDate.of(2026, 3, 2));
    }
}

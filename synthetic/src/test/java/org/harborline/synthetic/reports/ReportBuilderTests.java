// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.harborline.synthetic.reports.ReportBuilder.aReport;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.OptionalLong;
import org.harborline.synthetic.Received;
import org.junit.jupiter.api.Test;

class ReportBuilderTests {

    private static final OffsetDateTime FULL_MINUTE = OffsetDateTime.parse("2026-01-15T10:00:00-05:00");

    @Test
    void isCompleteWithoutFurtherWords() {
        var report = Received.from(aReport().xml());

        assertThat(report.texts("incidentType")).containsExactly(Category.CSAM.wireName());
        assertThat(report.texts("incidentDateTime")).containsExactly("2026-01-15T10:00:00Z");
        assertThat(report.texts("reportingPerson", "email")).containsExactly("reports@example-chat.example");
        assertThat(report.elements("internetDetails")).hasSize(1);
        assertThat(report.elements("personOrUserReported")).isEmpty();
    }

    @Test
    void readsAsProse() {
        var report = Received.from(aReport()
                .from("Example Games")
                .of(Category.ENTICEMENT)
                .withEmail("r.hale@mail.example")
                .withEscalation()
                .locatedIn("Dallas", "TX", "US")
                .xml());

        assertThat(report.texts("platform")).containsExactly("Example Games");
        assertThat(report.texts("personOrUserReportedPerson", "email")).containsExactly("r.hale@mail.example");
        assertThat(report.texts("escalateToHighPriority")).containsExactly("[synthetic narrative 1]");
        assertThat(report.texts("region")).containsExactly("TX");
    }

    @Test
    void putsEverythingInContractOrderHoweverItIsSaid() {
        var report = aReport()
                .withNarrative(4)
                .withVictim(v -> v.withNarrative(1)
                        .withAssociatedAccount(
                                "Parent/Guardian",
                                a -> a.withPriorReport(5)
                                        .withScreenName("n")
                                        .withUserId("u")
                                        .withPhone("+12125550100")
                                        .withEmail("p@post.example")
                                        .named("Kim", "Lake")
                                        .onPlatform("Example Mail"))
                        .atSchool("Example School")
                        .seenFrom("192.0.2.1")
                        .withEmail("v@post.example"))
                .withRecipient(
                        p -> p.inGroup("g").withDisplayName("d").withUserId("r").named("Sam", "Hill"))
                .about(Talk::everything)
                .withCompanyTemplate(0)
                .withLegalContact("legal@example-chat.example", "+12125550101")
                .knownToAgency("Example Police", "17")
                .withTimeExplained(2)
                .annotated(Annotation.values())
                .withEscalation(3)
                .onWebPage("https://pages.example/1", "https://pages.example/2")
                .byEmail("v@post.example")
                .inNewsgroup("example.group")
                .inChat("Example Chat", "room")
                .inChat("Example Chat", 6)
                .inGame("Example Quest", "Example Console")
                .byCellPhone("+12125550102")
                .offline("Example Park")
                .betweenPeers("Example Peer", "192.0.2.2");

        assertThat(Received.from(report.xml()).elements("internetDetails")).hasSize(9);
    }

    @Test
    void refusesWhatTheRoleCannotHave() {
        var report = aReport();

        assertThatThrownBy(() -> report.withVictim(v -> v.withVehicle(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("victim has no vehicleDescription");
        assertThatThrownBy(() -> report.withRecipient(PartyBuilder::asThirdPartyUser))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> report.withVictim(v -> v.inGroup("g"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesTheServiceOfAnAccountUnlessToldOtherwise() {
        var own = Received.from(aReport().withUserId("1").from("Example Mail").xml());
        var other = Received.from(aReport()
                .about(p -> p.withUserId("1").onService("Example Games"))
                .xml());

        assertThat(own.texts("espService")).containsExactly("Example Mail");
        assertThat(other.texts("espService")).containsExactly("Example Games");
    }

    @Test
    void keepsABatchToAccountIds() {
        var batch = Received.from(aReport()
                .batched()
                .withReportedPerson(p -> p.withUserId("1"))
                .withReportedPerson(p -> p.withUserId("2"))
                .xml());

        assertThat(batch.texts("personOrUserReported", "espIdentifier")).containsExactly("1", "2");
        assertThat(batch.elements("internetDetails")).isEmpty();
        assertThat(batch.elements("espService")).isEmpty();
        assertThat(batch.elements("batchedReport").getFirst().getAttribute("reason"))
                .isEqualTo("VIRAL_POTENTIAL_MEME");
    }

    @Test
    void writesSecondsEvenAtAFullMinute() {
        assertThat(Received.from(aReport().at(FULL_MINUTE).xml()).texts("incidentDateTime"))
                .containsExactly("2026-01-15T10:00:00-05:00");
    }

    @Test
    void renumbersOrLeavesOutReferences() {
        var document = aReport().withPriorReport(7).withPriorReport(8).build();

        String known = document.xml(written -> written == 7 ? OptionalLong.of(900) : OptionalLong.empty());

        assertThat(Received.from(known).texts("priorCTReports")).containsExactly("900");
        assertThat(Received.from(document.xml()).texts("priorCTReports")).containsExactly("7", "8");
    }

    @Test
    void doesNotChangeADocumentAlreadyBuilt() {
        var builder = aReport().withEmail("first@post.example");
        var document = builder.build();
        String before = document.xml();

        builder.withEmail("second@post.example");

        assertThat(document.xml()).isEqualTo(before);
        assertThat(builder.xml()).contains("second@post.example");
    }

    @Test
    void escapesWhatATestPutsIn() {
        String hostile = "</additionalInfo><report a=\"'&\">";

        assertThat(Received.from(aReport().withFreeText(hostile).xml()).texts("additionalInfo"))
                .containsExactly(hostile);
    }

    /// Says everything there is about a reported person, roughly backwards.
    static final class Talk {

        private Talk() {}

        static void everything(PartyBuilder person) {
            person.withNarrative(9)
                    .withAssociatedAccount("Linked", a -> a.withEmail("r@post.example"))
                    .withAllEmailsReported()
                    .locatedIn("Dallas", "TX", "US")
                    .withAccountClosedAt(FULL_MINUTE)
                    .withAccountSuspendedAt(FULL_MINUTE)
                    .inGroup("g")
                    .withPriorReport(1)
                    .asThirdPartyUser()
                    .withDevice("IMEI", "000000000000000")
                    .withDevice("SSID", "Example", Event.LOGIN, "2026-01-15T10:00:00Z")
                    .seenFrom("192.0.2.1", 40_021, Event.UPLOAD, "2026-01-15T10:00:00Z")
                    .seenThroughProxy("192.0.2.2", Event.UNKNOWN, "2026-01-15T10:00:00")
                    .seenFrom("192.0.2.3", Event.OTHER, "2026-01-15T10:00:00Z")
                    .withProfileText(8)
                    .withProfile("https://example-chat.example/u/1")
                    .withDisplayName("R")
                    .withScreenName("robin")
                    .withCompromisedAccount()
                    .withUserId("0123456789abcdef0123456789abcdef")
                    .withVehicle(7)
                    .bornOn(LocalDate.of(1990, 1, 2))
                    .withDoubtfulAge()
                    .aged(36)
                    .livingAt("1 Example Street", "Dallas", "75201", "TX")
                    .withRecoveryEmail("x@post.example")
                    .withVerifiedEmail("r@mail.example", FULL_MINUTE)
                    .withPhone("+1", "(212) 555-0103")
                    .withVerifiedPhone("+12125550104", FULL_MINUTE)
                    .named("Robin", "Hale");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.linking.Confidence;
import org.harborline.linking.CutReason;
import org.harborline.linking.FindingKind;
import org.harborline.linking.RecordFinding;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.Purpose;
import org.harborline.platform.testing.Eventually;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.Feedback;
import org.harborline.referral.PackageDocument;
import org.harborline.referral.internal.InventedReports.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferralPagesTests extends ReferralPageCase {

    private static final Actor READER =
            new Actor("reader-1", ActorKind.STAFF, EnumSet.of(Permission.REPORT_READ), null, null);

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void showsEveryPageInBothLanguages(String language) {
        ReportNumber report = actionable(Told.in("OR", person()));
        String before = page("/reports/" + report + "/panels/routing", ANALYST, language);
        assertThat(before).contains("Oregon", "/reports/" + report + "/refer");
        assertThat(page("/reports/" + report + "/panels/referrals", ANALYST, language))
                .contains("panel-referrals");
        assertThat(page("/reports/" + report + "/refer", ANALYST, language)).contains(oregon.toString());
        refer(report, oregon);
        Delivery delivery = awaiting(report, DeliveryState.AWAITING);
        Actor officer = officer(oregon);

        for (String shown : new String[] {
            page("/referrals", ANALYST, language),
            page("/referrals?state=AWAITING", ANALYST, language),
            page("/referrals/" + delivery.id(), ANALYST, language),
            page("/reports/" + report + "/panels/referrals", ANALYST, language),
            page("/agency", officer, language),
            page("/agency/packages/" + delivery.id(), officer, language),
            page("/referrals/" + delivery.id() + "/package", ANALYST, language)
        }) {
            assertThat(shown).contains(delivery.reference()).doesNotContain("??");
        }
    }

    @Test
    void answersInThreeClicksAndShowsTheAnalyst() {
        ReportNumber report = actionable(Told.in("OR", person()));
        refer(report, oregon);
        Delivery delivery = awaiting(report, DeliveryState.AWAITING);
        Actor officer = officer(oregon);

        assertThat(mvc.perform(as(post("/agency/packages/{id}/feedback", delivery.id()), officer)
                        .with(csrf())
                        .param("status", "CLOSED")
                        .param("useful", "false")
                        .param("closedReason", "NO_CRIME")
                        .param("additionalVictims", "")
                        .param("selfProduction", "true")
                        .param("notUseful", "STALE")))
                .hasStatus3xxRedirection();

        Delivery seen = referrals.get(ANALYST, delivery.id());
        assertThat(seen.state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(seen.feedback())
                .isEqualTo(new Feedback(
                        Feedback.Status.CLOSED,
                        null,
                        null,
                        Feedback.ClosedReason.NO_CRIME,
                        true,
                        false,
                        Feedback.NotUseful.STALE));
        assertThat(page("/referrals/" + delivery.id(), ANALYST, "en")).contains("stale information", "self-production");
    }

    @Test
    void saysBesideACutWhoWasCorrected() {
        String email = person();
        ReportNumber other = reports.file(Told.in("OR", email));
        ReportNumber report = actionable(Told.in("OR", email));
        refer(report, oregon);
        awaiting(report, DeliveryState.AWAITING);
        String panel = "/reports/" + report + "/links/" + other + "/panels/corrections";
        assertThat(page(panel, ANALYST, "en")).contains("None so far").doesNotContain("HL-" + report);

        links.cut(ANALYST, ReportPair.of(report, other), CutReason.DIFFERENT_PEOPLE);

        Eventually.holds(() -> assertThat(page(panel, ANALYST, "es"))
                .contains("HL-" + report + "-2", "Oregon", "/referrals/")
                .doesNotContain("??"));
        assertThat(page(panel, READER, "en")).contains("HL-" + report + "-2").doesNotContain("/referrals/");
    }

    /// On a telephone everything stands one under the other, in this order.
    @Test
    void saysFirstWhereTheMaterialIsAndHowSureTheRoutingIs() {
        ReportNumber report = actionable(Told.in("OR", person()));
        refer(report, oregon);
        var delivery = awaiting(report, DeliveryState.AWAITING).id();
        assertThat(page("/agency/packages/" + delivery, officer(oregon), "en"))
                .containsSubsequence(
                        "Viewed, public, on whose word",
                        "Where the material is",
                        "Why this agency",
                        "Confidence of the place: ",
                        "As received",
                        "What became of it",
                        "Not ours, because");
    }

    @Test
    void keepsEveryCodedAnswerInTheJournal() {
        ReportNumber report = actionable(Told.in("OR", person()));
        refer(report, oregon);
        Delivery delivery = awaiting(report, DeliveryState.AWAITING);

        referrals.giveFeedback(
                officer(oregon), delivery.id(), new Feedback(Feedback.Status.ARREST, true, 3, null, null, true, null));

        Eventually.holds(() -> assertThat(journal.of(SYSTEM, report.asRecord(), 0, 100))
                .filteredOn(entry -> entry.type().equals("referral.feedback-given"))
                .singleElement()
                .extracting(Entry::body)
                .asString()
                .contains("\"childIdentified\":true", "\"additionalVictims\":3"));
        assertThat(page("/referrals/" + delivery.id(), ANALYST, "en")).contains("3 additional victims identified");
    }

    @Test
    void showsThePackageAsAWholeToTheAgencyAndToWhoSentIt() {
        String email = person();
        ReportNumber report = actionable(Told.in("OR", email).aged(44));
        ReportNumber other = reports.file(Told.in("OR", email));
        settle();
        refer(report, oregon);
        Delivery delivery = awaiting(report, DeliveryState.AWAITING);

        for (String shown : new String[] {
            page("/agency/packages/" + delivery.id(), officer(oregon), "en"),
            page("/referrals/" + delivery.id() + "/package", ANALYST, "en")
        }) {
            assertThat(shown)
                    .contains(
                            "Type of incident",
                            "as sent",
                            "2026-03-03T08:00:00Z",
                            "Persons and accounts",
                            ">44<",
                            "Places stated",
                            "estimated-location",
                            "Report " + other + ":",
                            "verified: not stated")
                    .doesNotContain("??");
        }
        assertThat(page("/referrals/" + delivery.id(), ANALYST, "en"))
                .contains("/referrals/" + delivery.id() + "/package");
        Eventually.holds(() -> assertThat(journal.of(SYSTEM, report.asRecord(), 0, 100))
                .filteredOn(entry -> entry.actor().equals(ANALYST.id()))
                .extracting(Entry::type)
                .contains("vault.record-opened"));
    }

    @Test
    void showsWhoseAFindingIsWithItsPortAndItsZone() {
        ReportNumber report = actionable(Told.in("OR", person()));
        links.record(
                finder(),
                new RecordFinding(
                        report,
                        FindingKind.IDENTIFIER,
                        IdentifierKind.IP_ADDRESS,
                        null,
                        false,
                        PartyRole.VICTIM,
                        "203.0.113.250",
                        "[synthetic source 1]",
                        "[synthetic method 1]",
                        OffsetDateTime.parse("2026-03-02T11:00:07+02:00"),
                        51_000,
                        Confidence.MEDIUM));
        refer(report, oregon);
        Delivery delivery = awaiting(report, DeliveryState.AWAITING);

        assertThat(page("/agency/packages/" + delivery.id(), officer(oregon), "en"))
                .containsSubsequence(
                        "Found by the clearinghouse",
                        "IP address",
                        "Child or victim",
                        "203.0.113.250",
                        "source port 51000",
                        "medium confidence",
                        "9:00:07 UTC",
                        "2026-03-02T11:00:07+02:00");
        assertThat(page("/agency/packages/" + delivery.id(), officer(oregon), "es"))
                .contains("confianza media")
                .doesNotContain("??");
    }

    @Test
    void downloadsTheSignedBytesAndNeverShowsThem() {
        ReportNumber report = actionable(Told.in("OR", person()));
        refer(report, oregon);
        Delivery delivery = awaiting(report, DeliveryState.AWAITING);

        var answer = mvc.perform(as(get("/agency/packages/{id}/file", delivery.id()), officer(oregon)));

        assertThat(answer).hasStatusOk().hasContentType("application/octet-stream");
        assertThat(answer.getMvcResult().getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains(delivery.reference() + ".zip");
        byte[] file = answer.getMvcResult().getResponse().getContentAsByteArray();
        assertThat(PackageVerifier.verify(file, keyset.verifier())).isInstanceOf(PackageVerifier.Verdict.Valid.class);
    }

    @Test
    void answersAnotherAgencyAsIfThereWereNothing() {
        ReportNumber report = actionable(Told.in("OR", person()));
        refer(report, oregon);
        Delivery delivery = awaiting(report, DeliveryState.AWAITING);
        Actor stranger = officer(sanDiego);

        assertThat(mvc.perform(as(get("/agency/packages/{id}", delivery.id()), stranger)))
                .hasStatus(404);
        assertThat(mvc.perform(as(get("/agency/packages/{id}/file", delivery.id()), stranger)))
                .hasStatus(404);
        assertThat(mvc.perform(as(post("/agency/packages/{id}/acknowledgement", delivery.id()), stranger)
                        .with(csrf())))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports/0/refer",
                "/reports/9999999999999999/refer",
                "/reports/x/refer",
                "/reports/7/refer",
                "/reports/0/panels/routing",
                "/reports/0/panels/referrals"
            })
    void answersAsAbsentWhatIsNoReport(String path) {
        assertThat(mvc.perform(as(get(path), ANALYST))).hasStatus(404);
    }

    @Test
    void refersByHandToAnAgencyThatRoutingDoesNotPropose() {
        ReportNumber report = actionable(Told.in("OR", person()));
        String shown = page("/reports/" + report + "/refer", ANALYST, "en");
        assertThat(shown)
                .contains("value=\"" + sanDiego + "\"", "AGENCY_AGREED")
                .doesNotContain("??");
        var path = "/reports/" + report + "/refer";

        assertThat(mvc.perform(as(post(path), ANALYST).with(csrf()).param("other", sanDiego.toString())))
                .hasStatus(400);
        assertThat(mvc.perform(as(post(path), ANALYST)
                        .with(csrf())
                        .param("other", sanDiego.toString())
                        .param("why", "OTHER")
                        .param("words", " ")))
                .hasStatus(400);
        assertThat(mvc.perform(as(post(path), ANALYST)
                        .with(csrf())
                        .param("other", sanDiego.toString())
                        .param("why", "AGENCY_AGREED")
                        .param("words", "")))
                .hasStatus3xxRedirection();
        assertThat(awaiting(report, DeliveryState.AWAITING).agency()).isEqualTo(sanDiego);
    }

    @Test
    void showsOperatorsWhatKeepsFailingAndEverybodyThatItIsLate() {
        ReportNumber report = actionable(Told.in("OR", person()));
        reports.withheld.add(report);
        refer(report, oregon);
        DeliveryId id = referrals.ofReport(ANALYST, report).getFirst().id();
        assertThat(sql.of("""
                UPDATE referral.recipient
                   SET chosen_at = chosen_at - interval '1 hour'
                 WHERE delivery_id = :id
                """).param("id", id.value()).update()).isOne();
        Actor operator =
                new Actor("operator-1", ActorKind.STAFF, EnumSet.of(Permission.OPERATE), null, Purpose.OPERATION);

        Eventually.holds(() -> assertThat(page("/operator/packages", operator, "en"))
                .contains("make a package", id.toString())
                .doesNotContain("??"));
        assertThat(page("/referrals", ANALYST, "en")).contains("One package is late");
        assertThat(mvc.perform(as(get("/operator/packages"), ANALYST))).hasStatus4xxClientError();
        reports.withheld.remove(report);
    }

    @ParameterizedTest
    @CsvSource({"en, '3 Mar 2026, 08:00:00 UTC'", "es, '3 mar 2026, 8:00:00 UTC'"})
    void saysTheTimesInItsSentencesAsPeopleReadThem(String language, String time) {
        ReportNumber report = actionable(Told.atAddress("192.0.2.1", person()));

        assertThat(page("/reports/" + report + "/refer", ANALYST, language))
                .contains("192.0.2.1", time)
                .doesNotContain("2026-03-03T08:00:00Z");
    }

    @Test
    void sendsWhatIsNewWhenAPersonSaysSo() {
        ReportNumber report = actionable(Told.in("OR", person()));
        String panel = "/reports/" + report + "/panels/referrals";
        String path = "/reports/" + report + "/supplement";
        assertThat(page(panel, ANALYST, "en")).doesNotContain(path);
        assertThat(page(panel, ANALYST, "es")).contains("Debe remitirse");
        assertThat(mvc.perform(as(post(path), ANALYST).with(csrf()))).hasStatus(409);
        refer(report, oregon);
        Delivery original = awaiting(report, DeliveryState.AWAITING);
        assertThat(page(panel, ANALYST, "es"))
                .contains(path)
                .as("the clock to referral has ended")
                .doesNotContain("??", "Debe remitirse");

        assertThat(mvc.perform(as(post(path), ANALYST).with(csrf()))).hasStatus3xxRedirection();

        Eventually.holds(() -> assertThat(referrals.companions(ANALYST, original.id()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.state()).isEqualTo(DeliveryState.AWAITING);
                    assertThat(one.openedBy()).isEqualTo(ANALYST.id());
                    assertThat(referrals.read(ANALYST, one.id()).change().what())
                            .extracting(PackageDocument.Why::code)
                            .containsExactly("sent-by-hand");
                }));
        assertThat(page(
                        "/agency/packages/"
                                + referrals
                                        .companions(ANALYST, original.id())
                                        .getFirst()
                                        .id(),
                        officer(oregon),
                        "es"))
                .contains("tal como se conoce ahora")
                .doesNotContain("??");
    }

    private static Actor finder() {
        return new Actor(
                "finder-1",
                ActorKind.STAFF,
                EnumSet.of(Permission.REPORT_READ, Permission.FINDING_RECORD),
                null,
                Purpose.TRIAGE);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.referral.ByHand;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.OpenReferral;
import org.harborline.referral.PackageDocument;
import org.harborline.referral.ReturnReason;
import org.harborline.referral.internal.InventedReports.Told;
import org.harborline.registry.AgencyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Choosing recipients on the page, and what each of them is told about the choice.
class ReferPageTests extends ReferralPageCase {

    private static final ByHand ASKED = new ByHand(ByHand.Why.OTHER, "[synthetic reason 4]");

    @ParameterizedTest
    @CsvSource({"en,It has this report", "es,Ya tiene este informe"})
    void showsWhoHasTheReportAndDoesNotOfferIt(String language, String words) {
        ReportNumber report = actionable(Told.in("OR", person()));
        assertThat(input(report, oregon, language)).contains("checked").doesNotContain("disabled");
        refer(report, oregon);
        awaiting(report, DeliveryState.AWAITING);

        String shown = page("/reports/" + report + "/refer", ANALYST, language);

        assertThat(shown).contains(words).doesNotContain("??");
        assertThat(input(report, oregon, language)).contains("disabled").doesNotContain("checked");
        assertThat(option(shown, oregon)).contains("disabled");
        assertThat(option(shown, sanDiego)).doesNotContain("disabled");
    }

    @ParameterizedTest
    @CsvSource({"en,Leave it out", "es,Déjela fuera"})
    void namesTheAgencyThatHasTheReportWhenSomebodyChoosesItAnyway(String language, String words) {
        ReportNumber report = actionable(Told.in("OR", person()));
        refer(report, oregon);
        awaiting(report, DeliveryState.AWAITING);
        String name = organisations.findAgency(SYSTEM, oregon).orElseThrow().name();

        var answer = mvc.perform(as(post("/reports/" + report + "/refer"), ANALYST)
                .header("Accept-Language", language)
                .header("Accept", "text/html")
                .with(csrf())
                .param("recipient", oregon.toString())
                .param("other", sanDiego.toString())
                .param("why", "AGENCY_AGREED"));

        assertThat(answer).hasStatus(409).bodyText().contains(name, words);
    }

    @Test
    void saysOfNobodyButWhoItIsTrueOfThatItRestsOnOneAddress() {
        ReportNumber report = actionable(Told.atAddress("192.0.2.1", person()));
        var both = new OpenReferral(report, List.of(oregon, sanDiego), ASKED);
        referrals.open(ANALYST, both);
        referrals.checkAddress(SECOND, report);
        referrals.open(ANALYST, both);
        awaiting(report, DeliveryState.AWAITING);

        assertThat(why(report, oregon)).contains("one-address-only");
        assertThat(why(report, sanDiego)).contains("chosen-by-hand").doesNotContain("one-address-only");
    }

    @Test
    void sendsAReturnedReportElsewhereAfterASecondPersonComparedItsAddress() {
        ReportNumber report = actionable(Told.atAddress("192.0.2.1", person()));
        var first = new OpenReferral(report, List.of(sanDiego), ASKED);
        referrals.open(ANALYST, first);
        referrals.checkAddress(SECOND, report);
        referrals.open(ANALYST, first);
        Delivery sent = awaiting(report, DeliveryState.AWAITING);
        referrals.giveBack(officer(sanDiego), sent.id(), ReturnReason.WRONG_PLACE);
        reports.restate(report, Told.atAddress("192.0.2.2", person()));
        String returned = "/referrals/" + sent.id();

        assertThat(reroute(sent)).hasRedirectedUrl(returned);
        assertThat(page(returned, ANALYST, "en")).contains("It waits for a second person");
        assertThat(page(returned, SECOND, "es")).contains("/reports/" + report + "/refer/address-check");
        referrals.checkAddress(SECOND, report);
        assertThat(page(returned, ANALYST, "en")).contains("A second person compared the address");
        assertThat(reroute(sent)).hasRedirectedUrl("/referrals");

        assertThat(referrals.get(ANALYST, sent.id()).state()).isEqualTo(DeliveryState.REROUTED);
        quiet();
        assertThat(why(report, oregon)).contains("returned-before");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult reroute(Delivery returned) {
        long version = referrals.get(ANALYST, returned.id()).version();
        return mvc.perform(as(post("/referrals/" + returned.id() + "/reroute"), ANALYST)
                .with(csrf())
                .param("version", Long.toString(version))
                .param("recipient", oregon.toString()));
    }

    private List<String> why(ReportNumber report, AgencyId agency) {
        Delivery sent = referrals.ofReport(ANALYST, report).stream()
                .filter(one -> one.agency().equals(agency))
                .findFirst()
                .orElseThrow();
        return referrals.read(ANALYST, sent.id()).head().recipient().why().stream()
                .map(PackageDocument.Why::code)
                .toList();
    }

    /// The box beside an agency.
    private String input(ReportNumber report, AgencyId agency, String language) {
        return element(page("/reports/" + report + "/refer", ANALYST, language), "<input", agency);
    }

    private static String option(String page, AgencyId agency) {
        return element(page, "<option", agency);
    }

    private static String element(String page, String tag, AgencyId agency) {
        return page.lines()
                .flatMap(line -> List.of(line.split("(?=<)")).stream())
                .filter(piece -> piece.startsWith(tag) && piece.contains("value=\"" + agency + "\""))
                .findFirst()
                .orElseThrow();
    }
}

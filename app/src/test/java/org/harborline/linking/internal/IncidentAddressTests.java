// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.a;
import static org.harborline.linking.internal.Stated.email;

import java.util.List;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.LookUp;
import org.harborline.linking.ReportPair;
import org.junit.jupiter.api.Test;

/// Whose the addresses and numbers are that a report states of its incident.
class IncidentAddressTests extends LinkingCase {

    private static Stated ofIncident(Stated stated) {
        return stated.of(PartyRole.INCIDENT).path("/report/internetDetails[1]/emailIncident/emailAddress[1]");
    }

    @Test
    void givesTheVictimsAddressNeverToTheReportedPerson() {
        var incident = reports.file(
                ofIncident(email("Kim.V@town.example")),
                email("kim.v@town.example"),
                email("kim.v@town.example").of(PartyRole.VICTIM).path("/report/victim[1]"));
        var onlyIncident = reports.file(
                ofIncident(email("Lee.V@town.example")),
                email("lee.v@town.example").of(PartyRole.VICTIM).path("/report/victim[1]"));
        var reported = reports.file(email("lee.v@town.example"));
        settle();

        assertThat(spaces(onlyIncident)).containsExactly("VICTIM");
        assertThat(spaces(incident)).containsExactlyInAnyOrder("VICTIM", "REPORTED");
        assertThat(linkedTo(reported)).isEmpty();
        assertThat(linksOf(reported))
                .singleElement()
                .satisfies(alert -> assertThat(alert.crossRole()).isTrue());
    }

    @Test
    void givesTheAddressOfAVictimsTiedAccountToTheVictim() {
        var report = reports.file(
                ofIncident(email("tied@town.example")),
                email("tied@town.example")
                        .of(PartyRole.ASSOCIATED_ACCOUNT)
                        .path("/report/victim[1]/associatedAccount[1]"));
        settle();

        assertThat(spaces(report)).containsExactly("VICTIM");
    }

    @Test
    void linksByTheReportedPersonsOwnAddressOfTheIncident() {
        var one = reports.file(ofIncident(email("own.r@town.example")), email("own.r@town.example"));
        var two = reports.file(email("own.r@town.example"));
        settle();

        assertThat(linkedTo(two)).containsExactly(one);
    }

    @Test
    void linksNobodyByAnAddressOrNumberThatNobodyStates() {
        var one = reports.file(
                ofIncident(email("stray@town.example")),
                ofIncident(a(IdentifierKind.PHONE, "202 555 0123").with("+1")));
        var two = reports.file(
                email("stray@town.example"),
                a(IdentifierKind.PHONE, "202 555 0123").with("+1"));
        settle();

        assertThat(linksOf(two)).isEmpty();
        assertThat(links.lookUp(ANALYST, new LookUp(IdentifierKind.EMAIL, "stray@town.example", null, null, null, null))
                        .hits())
                .extracting(hit -> hit.report())
                .containsExactly(two, one);
        assertThat(links.identifiersOf(ANALYST, one).lines())
                .allSatisfy(line -> assertThat(line.notes()).contains(Normaliser.HOLDER_UNKNOWN));
    }

    @Test
    void comparesAsTheHoldersWhatTheIncidentStates() {
        Stated[] stated = {
            ofIncident(email("shown@town.example")),
            email("shown@town.example").of(PartyRole.VICTIM).path("/report/victim[1]")
        };
        var one = reports.file(stated);
        var two = reports.file(stated);
        settle();

        assertThat(links.evidence(ANALYST, ReportPair.of(two, one)).comparisons())
                .singleElement()
                .satisfies(comparison -> assertThat(List.of(
                                comparison.newer().role(), comparison.older().role()))
                        .containsOnly(PartyRole.VICTIM));
    }

    private List<String> spaces(ReportNumber report) {
        return database.sql(
                        "SELECT DISTINCT role FROM linking.sighting WHERE report_number = ? AND strength = 'STRONG'")
                .param(report.value())
                .query(String.class)
                .list();
    }
}

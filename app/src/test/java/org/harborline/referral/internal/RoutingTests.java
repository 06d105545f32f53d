// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.harborline.intake.CaptureEvent;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.StatedIdentifier;
import org.harborline.intake.StatedIdentifier.Quality;
import org.harborline.referral.Proposal;
import org.harborline.referral.Reason;
import org.harborline.referral.Whose;
import org.harborline.registry.Confidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTests extends RoutingCase {

    @Test
    void neverLeavesAReportWithoutARecipient() {
        var decision = decide();

        assertThat(recommended(decision)).containsExactly(LIAISON);
        assertThat(codes(decision, LIAISON)).containsExactly("fallback");
        assertThat(decision.proposals().getFirst().whose()).isEqualTo(Whose.NOBODY);
        assertThat(decision.onOneAddress()).isFalse();
        assertThat(decision.loop()).isFalse();
    }

    @Test
    void saysWhichFieldAndPlaceDecided() {
        stated(PartyRole.REPORTED_PERSON, "Portland", "OR", "US", true);

        var decision = decide();

        assertThat(recommended(decision)).containsExactly(OREGON);
        assertThat(proposal(decision, OREGON).confidence()).isEqualTo(Confidence.CITY);
        assertThat(proposal(decision, OREGON).reasons())
                .containsExactly(
                        Reason.of("place-verified", "Portland, OR, US", "estimated-location"),
                        Reason.of("covers", "Portland, OR, US"));
        assertThat(decision.proposals().getLast().agency()).isEqualTo(LIAISON);
        // its place is known, so nothing else may be said of it to whoever takes the rest
        assertThat(codes(decision, LIAISON)).containsExactly("takes-the-rest");
    }

    @Test
    void sendsToTheReportedPersonsAndToTheChildsAgency() {
        stated(PartyRole.REPORTED_PERSON, "Portland", "OR", "US", null);
        stated(PartyRole.VICTIM, null, null, "ES", null);

        var decision = decide();

        assertThat(recommended(decision)).containsExactlyInAnyOrder(OREGON, SPAIN);
        assertThat(proposal(decision, OREGON).whose()).isEqualTo(Whose.REPORTED_PERSON);
        assertThat(proposal(decision, SPAIN).whose()).isEqualTo(Whose.CHILD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/report/victim[1]", "/report/intendedRecipient[1]"})
    void takesAnAccountTiedToAChildAsTheChilds(String child) {
        tied(child + "/associatedAccount[1]/address[1]", "Portland", "OR", "US");
        address(PartyRole.REPORTED_PERSON, ELSEWHERE, CaptureEvent.LOGIN, null);

        var decision = decide();

        assertThat(recommended(decision)).containsExactlyInAnyOrder(OREGON, SPAIN);
        assertThat(proposal(decision, OREGON).whose()).isEqualTo(Whose.CHILD);
        assertThat(proposal(decision, SPAIN).whose()).isEqualTo(Whose.REPORTED_PERSON);
    }

    @Test
    void takesAnAddressOfATiedAccountAsItsOwners() {
        stated(PartyRole.REPORTED_PERSON, null, null, "ES", null);
        address(
                PartyRole.ASSOCIATED_ACCOUNT,
                "/report/victim[2]/associatedAccount[1]/ipCaptureEvent[1]",
                MAPPED,
                CaptureEvent.UPLOAD,
                null);
        assertThat(proposal(decide(), OREGON).whose()).isEqualTo(Whose.CHILD);

        identifiers.clear();
        address(
                PartyRole.ASSOCIATED_ACCOUNT,
                "/report/personOrUserReported[1]/associatedAccount[1]/ipCaptureEvent[1]",
                MAPPED,
                CaptureEvent.UPLOAD,
                null);
        assertThat(proposal(decide(), OREGON).whose()).isEqualTo(Whose.REPORTED_PERSON);
    }

    @Test
    void namesOneAgencyForBothOnce() {
        stated(PartyRole.REPORTED_PERSON, "Portland", "OR", "US", null);
        stated(PartyRole.VICTIM, "Portland", "OR", "US", null);

        var decision = decide();

        assertThat(recommended(decision)).containsExactly(OREGON);
        assertThat(proposal(decision, OREGON).whose()).isEqualTo(Whose.BOTH);
    }

    @Test
    void letsAPersonChooseWhereSeveralForcesShareAState() {
        stated(PartyRole.REPORTED_PERSON, null, "CA", "US", null);

        var decision = decide();

        assertThat(recommended(decision)).isEmpty();
        assertThat(decision.choose()).isTrue();
        assertThat(decision.proposals())
                .filteredOn(one -> one.confidence() == Confidence.STATE)
                .extracting(Proposal::agency)
                .containsExactlyInAnyOrder(SAN_DIEGO, LOS_ANGELES);
        assertThat(proposal(decision, SAN_DIEGO).reasons()).contains(Reason.of("several-forces", "2", "CA, US"));
    }

    @Test
    void prefersTheForceThatAlreadyHoldsALinkedReport() {
        stated(PartyRole.REPORTED_PERSON, null, "CA", "US", null);
        holders.put(SAN_DIEGO, new ReportNumber(7));

        var decision = decide();

        assertThat(recommended(decision)).containsExactly(SAN_DIEGO);
        assertThat(codes(decision, SAN_DIEGO)).contains("already-holds");
    }

    @Test
    void usesAProxysAddressAsContextOnly() {
        address(PartyRole.REPORTED_PERSON, MAPPED, CaptureEvent.UPLOAD, true);

        var decision = decide();

        assertThat(recommended(decision)).containsExactly(LIAISON);
        assertThat(decision.context()).containsExactly(Reason.of("address-proxy", MAPPED));
    }

    @Test
    void flagsAReferralThatRestsOnOneAddressAlone() {
        address(PartyRole.REPORTED_PERSON, MAPPED, CaptureEvent.LOGIN, null);
        address(PartyRole.REPORTED_PERSON, MAPPED, CaptureEvent.UPLOAD, null);

        assertThat(decide().onOneAddress()).isTrue();

        stated(PartyRole.REPORTED_PERSON, null, "OR", "US", null);
        assertThat(decide().onOneAddress()).isFalse();
    }

    @Test
    void flagsTheChildsPlaceOnOneAddressWhateverIsKnownOfTheReportedPerson() {
        stated(PartyRole.REPORTED_PERSON, "Portland", "OR", "US", true);
        stated(PartyRole.REPORTED_PERSON, null, "OR", "US", null);
        assertThat(decide().onOneAddress()).isFalse();

        address(PartyRole.VICTIM, ELSEWHERE, CaptureEvent.UPLOAD, null);

        assertThat(decide().onOneAddress()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "UPLOAD, LOGIN",
        "UPLOAD, REGISTRATION",
        "LOGIN, REGISTRATION",
        "REGISTRATION, PURCHASE",
        "PURCHASE, OTHER",
        "LOGIN, UNKNOWN"
    })
    void believesTheUploadBeforeLaterSightings(CaptureEvent stronger, CaptureEvent weaker) {
        address(PartyRole.REPORTED_PERSON, ELSEWHERE, weaker, null);
        address(PartyRole.REPORTED_PERSON, MAPPED, stronger, null);

        var decision = decide();

        assertThat(recommended(decision)).containsExactly(OREGON);
        assertThat(codes(decision, OREGON)).contains("places-differ");
        assertThat(decision.proposals()).extracting(Proposal::agency).containsExactly(OREGON, SPAIN, LIAISON);
    }

    @Test
    void believesAnAnalystsFindingBeforeTheSender() {
        stated(PartyRole.REPORTED_PERSON, null, null, "ES", true);
        findings.add(finding("Portland, OR, US"));

        assertThat(recommended(decide())).containsExactly(OREGON);
    }

    @Test
    void takesTheNextStepWhenAnAgencyReturnedTheReport() {
        stated(PartyRole.REPORTED_PERSON, "Portland", "OR", "US", true);
        address(PartyRole.REPORTED_PERSON, ELSEWHERE, CaptureEvent.LOGIN, null);
        returnedBy = Set.of(OREGON);

        var decision = decide();

        assertThat(recommended(decision)).containsExactly(SPAIN);
        assertThat(proposal(decision, OREGON).returned()).isTrue();

        returnedBy = Set.of(OREGON, SPAIN);
        assertThat(recommended(decide())).containsExactly(LIAISON);
    }

    @Test
    void findsTheLoopWhenEveryAgencyReturnedIt() {
        stated(PartyRole.REPORTED_PERSON, "Portland", "OR", "US", true);
        returnedBy = Set.of(OREGON, LIAISON);

        var decision = decide();

        assertThat(decision.loop()).isTrue();
        assertThat(recommended(decision)).isEmpty();
        assertThat(decision.proposals()).extracting(Proposal::agency).containsExactly(OREGON, LIAISON);
    }

    @Test
    void saysThatNobodyCoversAPlace() {
        stated(PartyRole.REPORTED_PERSON, null, null, "AQ", null);

        var decision = decide();

        assertThat(recommended(decision)).containsExactly(LIAISON);
        assertThat(proposal(decision, LIAISON).reasons()).contains(Reason.of("nobody-covers", "AQ"));
    }

    @ParameterizedTest
    @CsvSource({"+34, ES", "34, ES", "1,", "7,", "999,", "'',"})
    void readsACountryFromACallingCodeOfOneCountryOnly(String code, String country) {
        identifiers.add(new StatedIdentifier(
                IdentifierKind.PHONE,
                "600000000",
                code,
                null,
                PartyRole.REPORTED_PERSON,
                0,
                null,
                null,
                null,
                Quality.UNSTATED,
                "/x"));

        assertThat(recommended(decide())).containsExactly(country == null ? LIAISON : SPAIN);
    }
}

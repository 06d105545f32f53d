// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.harborline.intake.CaptureEvent;
import org.harborline.intake.PartyRole;
import org.harborline.referral.Proposal;
import org.harborline.referral.Reason;
import org.harborline.registry.Confidence;
import org.junit.jupiter.api.Test;

class RoutingAgreementTests extends RoutingCase {

    @Test
    void masksAddressesAndHomesForPeopleWhoOnlyLook() {
        address(PartyRole.REPORTED_PERSON, MAPPED, CaptureEvent.UPLOAD, null);
        stated(PartyRole.REPORTED_PERSON, "Portland", "OR", "US", true);
        findings.add(finding("Portland, OR, US"));
        detail = Detail.MASKED;

        var masked = decide();

        assertThat(proposal(masked, OREGON).reasons())
                .contains(
                        Reason.of("place-verified", "•••, OR, US", "estimated-location"),
                        Reason.of("covers", "•••, OR, US"))
                .anySatisfy(reason -> assertThat(reason.arguments()).startsWith("203.•••"));
        assertThat(masked.proposals())
                .flatExtracting(Proposal::reasons)
                .flatExtracting(Reason::arguments)
                .noneMatch(argument -> argument.contains("Portland")
                        || argument.contains(MAPPED)
                        || argument.contains("public register"));
    }

    @Test
    void decidesWithTheFinestPlaceAmongSourcesThatAgree() {
        stated(PartyRole.REPORTED_PERSON, null, null, "US", true);
        address(PartyRole.REPORTED_PERSON, MAPPED, CaptureEvent.LOGIN, null);

        var byCountry = decide();

        assertThat(recommended(byCountry)).containsExactly(OREGON);
        assertThat(proposal(byCountry, OREGON).confidence()).isEqualTo(Confidence.CITY);
        assertThat(codes(byCountry, OREGON)).containsExactly("address.login", "place-verified", "covers");
        assertThat(byCountry.onOneAddress()).isTrue();

        stated(PartyRole.REPORTED_PERSON, null, "OR", "US", true);

        var byRegion = decide();

        assertThat(proposal(byRegion, OREGON).confidence()).isEqualTo(Confidence.CITY);
        assertThat(byRegion.onOneAddress()).isFalse();
    }

    @Test
    void letsNoFinerPlaceContradictAStrongerSource() {
        stated(PartyRole.REPORTED_PERSON, null, "CA", "US", true);
        address(PartyRole.REPORTED_PERSON, MAPPED, CaptureEvent.LOGIN, null);

        var decision = decide();

        assertThat(proposal(decision, SAN_DIEGO).step()).isOne();
        assertThat(proposal(decision, OREGON).step()).isEqualTo(2);
    }

    @Test
    void doesNotLetAPlaceWithoutAKnownCountryHideTheOthers() {
        stated(PartyRole.REPORTED_PERSON, null, null, "A1", true);
        address(PartyRole.REPORTED_PERSON, MAPPED, CaptureEvent.LOGIN, null);

        assertThat(recommended(decide())).containsExactly(OREGON);
    }

    @Test
    void readsNameAndCodeOfARegionAsTheSamePlace() {
        stated(PartyRole.REPORTED_PERSON, "Portland", "Oregon", "US", true);
        stated(PartyRole.REPORTED_PERSON, "Portland", "OR", "US", true);

        var decision = decide();

        assertThat(recommended(decision)).containsExactly(OREGON);
        assertThat(codes(decision, OREGON)).doesNotContain("places-differ", "several-regions");
        assertThat(decision.proposals()).extracting(Proposal::agency).containsExactly(OREGON, LIAISON);
    }

    @Test
    void sendsWhatNamesSeveralStatesToTheFederalQueue() {
        stated(PartyRole.REPORTED_PERSON, null, null, "US", true);
        stated(PartyRole.REPORTED_PERSON, "Portland", "OR", "US", null);
        stated(PartyRole.REPORTED_PERSON, null, "CA", "US", null);

        var decision = decide();

        assertThat(recommended(decision)).containsExactly(LIAISON);
        assertThat(proposal(decision, LIAISON).reasons()).contains(Reason.of("several-regions", "OR, CA"));
        assertThat(decision.proposals())
                .extracting(Proposal::agency)
                .containsExactly(LIAISON, OREGON, SAN_DIEGO, LOS_ANGELES);
        assertThat(decision.choose()).isFalse();
    }

    @Test
    void recommendsTheNextAgencyWhereOneMayNotReceive() {
        stated(PartyRole.REPORTED_PERSON, "Portland", "OR", "US", true);
        unconfirmed = Set.of(OREGON);

        var decision = decide();

        assertThat(recommended(decision)).containsExactly(LIAISON);
        assertThat(decision.proposals()).extracting(Proposal::agency).containsExactly(OREGON, LIAISON);

        unconfirmed = Set.of(OREGON, LIAISON);
        assertThat(recommended(decide())).isEmpty();
        assertThat(decide().choose()).isFalse();
        assertThat(decide().loop()).isFalse();
    }

    @Test
    void takesTwoSpellingsOfOneAddressForOneSource() {
        address(PartyRole.REPORTED_PERSON, "2001:db8::9", CaptureEvent.UPLOAD, null);
        address(PartyRole.REPORTED_PERSON, "2001:0DB8:0:0:0:0:0:9", CaptureEvent.LOGIN, null);

        assertThat(decide().onOneAddress()).isTrue();
    }

    @Test
    void takesAnAddressInTheClothesOfTheOtherFamilyForTheSameSource() {
        address(PartyRole.REPORTED_PERSON, MAPPED, CaptureEvent.UPLOAD, null);
        address(PartyRole.REPORTED_PERSON, "::ffff:" + MAPPED, CaptureEvent.LOGIN, null);

        assertThat(decide().onOneAddress()).isTrue();
    }

    @Test
    void saysOfEachAgencyWhetherOneAddressAloneLeadsToIt() {
        address(PartyRole.REPORTED_PERSON, MAPPED, CaptureEvent.UPLOAD, null);
        stated(PartyRole.VICTIM, null, null, "ES", true);

        var decision = decide();

        assertThat(decision.onOneAddress()).isTrue();
        assertThat(decision.proposals())
                .filteredOn(Proposal::onOneAddress)
                .extracting(Proposal::agency)
                .containsExactly(OREGON);

        stated(PartyRole.VICTIM, "Portland", "OR", "US", true);

        assertThat(decide().onOneAddress()).isTrue();
        assertThat(decide().proposals()).noneMatch(Proposal::onOneAddress);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.CaptureEvent;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.IncidentType;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.StatedIdentifier;
import org.harborline.intake.StatedIdentifier.Quality;
import org.harborline.intake.StatedTime;
import org.harborline.linking.Finding;
import org.harborline.linking.FindingKind;
import org.harborline.platform.Code;
import org.harborline.referral.Proposal;
import org.harborline.referral.Reason;
import org.harborline.referral.RoutingDecision;
import org.harborline.referral.Whose;
import org.harborline.registry.Agency;
import org.harborline.registry.AgencyId;
import org.harborline.registry.AgencyKind;
import org.harborline.registry.Area;
import org.harborline.registry.Candidate;
import org.harborline.registry.Confidence;
import org.harborline.registry.CoverageArea;
import org.harborline.registry.CoverageId;
import org.harborline.registry.DeliveryChannel;
import org.harborline.registry.Location;
import org.harborline.registry.Place;
import org.harborline.registry.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant AT = Instant.parse("2026-03-02T10:14:00Z");
    private static final AgencyId OREGON = new AgencyId(new UUID(0, 1));
    private static final AgencyId SAN_DIEGO = new AgencyId(new UUID(0, 2));
    private static final AgencyId LOS_ANGELES = new AgencyId(new UUID(0, 3));
    private static final AgencyId SPAIN = new AgencyId(new UUID(0, 4));
    private static final AgencyId LIAISON = new AgencyId(new UUID(0, 9));
    private static final String MAPPED = "203.0.113.9";
    private static final String ELSEWHERE = "198.51.100.7";

    private final List<StatedIdentifier> identifiers = new ArrayList<>();
    private final List<ReceivedReport.StatedLocation> locations = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<AgencyId, ReportNumber> holders = new HashMap<>();
    private Set<AgencyId> returnedBy = Set.of();

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

    @Test
    void masksTheAddressForPeopleWhoOnlyLook() {
        address(PartyRole.REPORTED_PERSON, MAPPED, CaptureEvent.UPLOAD, null);

        var masked = Masking.masked(decide());

        assertThat(masked.proposals()
                        .getFirst()
                        .reasons()
                        .getFirst()
                        .arguments()
                        .getFirst())
                .isEqualTo("203.•••");
        assertThat(masked.toString()).doesNotContain(MAPPED);
    }

    private RoutingDecision decide() {
        var report = new ReceivedReport(
                new ReportNumber(1),
                new UUID(0, 7),
                null,
                IncidentType.CSAM,
                new StatedTime(AT, AT.toString(), null),
                Set.of(),
                false,
                false,
                List.of(),
                identifiers,
                locations,
                List.of(),
                List.of(),
                null);
        var located = Map.of(
                MAPPED, new Location(Place.city("US", "OR", "Portland"), Code.of("map.1")),
                ELSEWHERE, new Location(Place.country("ES"), Code.of("map.1")));
        return Routing.decide(
                new RoutingFacts(report, findings, located, RoutingTests::covering, DAY, returnedBy, holders));
    }

    private static List<Candidate> covering(Place place, LocalDate day) {
        if ("OR".equals(place.region())) {
            return List.of(candidate(OREGON, place.city() == null ? Confidence.STATE : Confidence.CITY));
        }
        if ("CA".equals(place.region())) {
            return List.of(candidate(SAN_DIEGO, Confidence.STATE), candidate(LOS_ANGELES, Confidence.STATE));
        }
        if ("ES".equals(place.country())) {
            return List.of(candidate(SPAIN, Confidence.COUNTRY));
        }
        return List.of(candidate(LIAISON, Confidence.FALLBACK));
    }

    private static Candidate candidate(AgencyId id, Confidence confidence) {
        var vouched = new Verification(true, "clerk-1", DAY);
        var agency = new Agency(
                id,
                "a-" + id.value().getLeastSignificantBits(),
                "Agency " + id.value().getLeastSignificantBits(),
                AgencyKind.TASK_FORCE,
                "US",
                null,
                DeliveryChannel.PORTAL,
                List.of("en"),
                Set.of(),
                Set.of(),
                vouched,
                false,
                DAY,
                null,
                1);
        var coverage =
                new CoverageArea(new CoverageId(new UUID(1, 1)), id, Area.anywhere(), DAY, null, vouched, false, 1);
        return new Candidate(agency, coverage, confidence, Set.of(), true);
    }

    private void stated(PartyRole role, String city, String region, String country, Boolean verified) {
        locations.add(new ReceivedReport.StatedLocation(
                Code.of("estimated-location"), role, 0, city, region, null, country, verified));
    }

    private void address(PartyRole role, String value, CaptureEvent event, Boolean proxy) {
        identifiers.add(new StatedIdentifier(
                IdentifierKind.IP_ADDRESS,
                value,
                null,
                null,
                role,
                0,
                event,
                new StatedTime(AT, AT.toString(), null),
                null,
                new Quality(null, null, proxy, null, null),
                "/x"));
    }

    private static Finding finding(String place) {
        return new Finding(
                new UUID(0, 3),
                new ReportNumber(1),
                FindingKind.LOCATION,
                null,
                PartyRole.REPORTED_PERSON,
                org.harborline.linking.Confidence.HIGH,
                AT,
                new Finding.Text(place, null, "public register", "read"),
                "analyst-7",
                AT);
    }

    private static List<AgencyId> recommended(RoutingDecision decision) {
        return decision.proposals().stream()
                .filter(Proposal::recommended)
                .map(Proposal::agency)
                .toList();
    }

    private static Proposal proposal(RoutingDecision decision, AgencyId agency) {
        return decision.proposals().stream()
                .filter(one -> one.agency().equals(agency))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(RoutingDecision decision, AgencyId agency) {
        return proposal(decision, agency).reasons().stream()
                .map(reason -> reason.code().value())
                .toList();
    }
}

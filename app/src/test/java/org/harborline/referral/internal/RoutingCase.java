// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

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
import org.harborline.referral.RoutingDecision;
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

/// Invented evidence and a small invented registry to route by.
abstract class RoutingCase {

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final Instant AT = Instant.parse("2026-03-02T10:14:00Z");
    static final AgencyId OREGON = new AgencyId(new UUID(0, 1));
    static final AgencyId SAN_DIEGO = new AgencyId(new UUID(0, 2));
    static final AgencyId LOS_ANGELES = new AgencyId(new UUID(0, 3));
    static final AgencyId SPAIN = new AgencyId(new UUID(0, 4));
    static final AgencyId LIAISON = new AgencyId(new UUID(0, 9));
    static final String MAPPED = "203.0.113.9";
    static final String ELSEWHERE = "198.51.100.7";

    final List<StatedIdentifier> identifiers = new ArrayList<>();
    final List<ReceivedReport.StatedLocation> locations = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final Map<AgencyId, ReportNumber> holders = new HashMap<>();
    Set<AgencyId> returnedBy = Set.of();
    Set<AgencyId> unconfirmed = Set.of();
    Detail detail = Detail.FULL;

    RoutingDecision decide() {
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
                List.of(),
                null);
        var portland = new Location(Place.city("US", "OR", "Portland"), Code.of("map.1"));
        var located = Map.of(
                MAPPED,
                portland,
                "::ffff:" + MAPPED,
                portland,
                "2001:db8::9",
                portland,
                "2001:0DB8:0:0:0:0:0:9",
                portland,
                ELSEWHERE,
                new Location(Place.country("ES"), Code.of("map.1")));
        return Routing.decide(
                new RoutingFacts(report, findings, located, new Covered(), DAY, returnedBy, Set.of(), holders, detail));
    }

    private final class Covered implements RoutingFacts.Registry {
        @Override
        public List<Candidate> covering(Place place, LocalDate day) {
            return RoutingCase.this.covering(place);
        }

        @Override
        public Place canonical(Place place) {
            String region = "Oregon".equals(place.region()) ? "OR" : place.region();
            String country = "A1".equals(place.country()) ? null : place.country();
            return new Place(country, region, place.county(), place.city(), place.postcode());
        }
    }

    List<Candidate> covering(Place place) {
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

    Candidate candidate(AgencyId id, Confidence confidence) {
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
        return new Candidate(agency, coverage, confidence, Set.of(), !unconfirmed.contains(id));
    }

    void stated(PartyRole role, String city, String region, String country, Boolean verified) {
        locations.add(new ReceivedReport.StatedLocation(
                Code.of("estimated-location"), role, 0, city, region, null, country, verified, null, "/x"));
    }

    /// A place of an account that the sender ties to somebody.
    void tied(String path, String city, String region, String country) {
        locations.add(new ReceivedReport.StatedLocation(
                Code.of("address-billing"),
                PartyRole.ASSOCIATED_ACCOUNT,
                0,
                city,
                region,
                null,
                country,
                null,
                null,
                path));
    }

    void address(PartyRole role, String value, CaptureEvent event, Boolean proxy) {
        address(role, "/x", value, event, proxy);
    }

    void address(PartyRole role, String path, String value, CaptureEvent event, Boolean proxy) {
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
                path));
    }

    static Finding finding(String place) {
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
                AT,
                null,
                java.time.ZoneOffset.UTC,
                null);
    }

    static List<AgencyId> recommended(RoutingDecision decision) {
        return decision.proposals().stream()
                .filter(Proposal::recommended)
                .map(Proposal::agency)
                .toList();
    }

    static Proposal proposal(RoutingDecision decision, AgencyId agency) {
        return decision.proposals().stream()
                .filter(one -> one.agency().equals(agency))
                .findFirst()
                .orElseThrow();
    }

    static List<String> codes(RoutingDecision decision, AgencyId agency) {
        return proposal(decision, agency).reasons().stream()
                .map(reason -> reason.code().value())
                .toList();
    }
}

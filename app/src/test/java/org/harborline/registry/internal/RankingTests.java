// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.platform.Mode;
import org.harborline.registry.Agency;
import org.harborline.registry.AgencyId;
import org.harborline.registry.AgencyKind;
import org.harborline.registry.Area;
import org.harborline.registry.Candidate;
import org.harborline.registry.Caution;
import org.harborline.registry.Confidence;
import org.harborline.registry.CoverageArea;
import org.harborline.registry.CoverageId;
import org.harborline.registry.DeliveryChannel;
import org.harborline.registry.Verification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTests {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private final Ranking ranking = new Ranking(Mode.PRODUCTION, DAY);

    private static Agency agency(String code, boolean confirmed, boolean sample, @Nullable LocalDate until) {
        return new Agency(
                new AgencyId(UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                code,
                "Agency " + code,
                AgencyKind.LOCAL,
                "US",
                "CA",
                DeliveryChannel.PORTAL,
                List.of("en"),
                Set.of(),
                Set.of(),
                new Verification(confirmed, "somebody", DAY),
                sample,
                DAY.minusYears(1),
                until,
                1);
    }

    private static Ranking.Match match(String code, Area area) {
        return match(agency(code, true, false, null), area, true);
    }

    private static Ranking.Match match(Agency agency, Area area, boolean confirmed) {
        var coverage = new CoverageArea(
                new CoverageId(UUID.randomUUID()),
                agency.id(),
                area,
                DAY.minusYears(1),
                null,
                new Verification(confirmed, "somebody", DAY),
                false,
                1);
        return new Ranking.Match(agency, coverage);
    }

    private List<String> codes(List<Ranking.Match> matches) {
        return ranking.of(matches).stream()
                .map(candidate -> candidate.agency().code())
                .toList();
    }

    @Test
    void asksABroaderLevelOnlyWhenTheFinerAnswersNothing() {
        var anywhere = match("fallback", Area.anywhere());
        var country = match("national", Area.country("US"));
        var region = match("state", Area.region("US", "CA"));
        assertThat(codes(List.of(anywhere, country, region))).containsExactly("state");
        assertThat(codes(List.of(anywhere, country))).containsExactly("national");
        assertThat(codes(List.of(anywhere))).containsExactly("fallback");
        assertThat(codes(List.of())).isEmpty();
    }

    @Test
    void proposesEachAgencyOnceByItsFinestEntry() {
        var candidates = ranking.of(List.of(
                match("one", Area.region("US", "CA")),
                match("two", Area.region("US", "CA")),
                match("one", Area.county("US", "CA", "Fresno")),
                match("one", Area.city("US", "CA", "Clovis"))));
        assertThat(candidates).singleElement().satisfies(candidate -> {
            assertThat(candidate.confidence()).isEqualTo(Confidence.CITY);
            assertThat(candidate.coverage().area()).isEqualTo(Area.city("US", "CA", "Clovis"));
        });
    }

    @Test
    void proposesBothWhenCityAndCountyContradictEachOther() {
        assertThat(codes(List.of(
                        match("by-county", Area.county("US", "CA", "Orange")),
                        match("by-city", Area.city("US", "CA", "San Diego")))))
                .containsExactly("by-city", "by-county");
    }

    @Test
    void alsoProposesTheStatedRegionWhenAPostcodeLiesOutsideIt() {
        assertThat(codes(List.of(
                        match("texas", Area.region("US", "TX")), match("san-diego", Area.postcode("US", "921")))))
                .containsExactly("san-diego", "texas");
    }

    @ParameterizedTest
    @CsvSource({"9, COUNTY", "9211, COUNTY", "92101, CITY"})
    void trustsAPostcodeAsFarAsItIsWrittenOut(String prefix, Confidence confidence) {
        assertThat(ranking.of(List.of(match("one", Area.postcode("US", prefix)))))
                .singleElement()
                .extracting(Candidate::confidence)
                .isEqualTo(confidence);
    }

    @Test
    void putsTheLongerPostcodeFirst() {
        assertThat(codes(List.of(
                        match("a-broad", Area.postcode("US", "92")), match("b-narrow", Area.postcode("US", "921")))))
                .containsExactly("b-narrow", "a-broad");
    }

    @Test
    void saysWhenNobodyConfirmedTheAgencyOrTheEntry() {
        var area = Area.country("US");
        assertThat(candidate(match(agency("a", true, false, null), area, true)).cautions())
                .isEmpty();
        assertThat(candidate(match(agency("a", false, false, null), area, true)).cautions())
                .containsExactly(Caution.AGENCY_UNVERIFIED);
        assertThat(candidate(match(agency("a", true, false, null), area, false)).cautions())
                .containsExactly(Caution.COVERAGE_UNVERIFIED);
        assertThat(candidate(match(agency("a", true, true, null), area, true)).cautions())
                .containsExactly(Caution.SAMPLE);
    }

    private Candidate candidate(Ranking.Match match) {
        return ranking.of(List.of(match)).getFirst();
    }

    @Test
    void outsideTheSandboxOnlyConfirmedRealAgenciesReceiveAnything() {
        assertThat(ranking.mayReceive(agency("a", true, false, null))).isTrue();
        assertThat(ranking.mayReceive(agency("a", false, false, null))).isFalse();
        assertThat(ranking.mayReceive(agency("a", true, true, null))).isFalse();
        assertThat(ranking.mayReceive(agency("a", true, false, DAY.plusDays(1))))
                .isTrue();
        assertThat(ranking.mayReceive(agency("a", true, false, DAY))).isFalse();

        var sandbox = new Ranking(Mode.SANDBOX, DAY);
        assertThat(sandbox.mayReceive(agency("a", false, true, null))).isTrue();
        assertThat(sandbox.mayReceive(agency("a", false, true, DAY))).isFalse();
    }
}

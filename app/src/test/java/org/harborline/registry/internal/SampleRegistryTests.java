// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Mode;
import org.harborline.platform.Sql;
import org.harborline.platform.StartRefused;
import org.harborline.platform.testing.Eventually;
import org.harborline.registry.Agency;
import org.harborline.registry.AgencyFilter;
import org.harborline.registry.Candidate;
import org.harborline.registry.Caution;
import org.harborline.registry.Confidence;
import org.harborline.registry.ContactKind;
import org.harborline.registry.Organisations;
import org.harborline.registry.Place;
import org.harborline.registry.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

// a context of its own: others verify sample agencies
@SpringBootTest(properties = "harborline.test.context=sample-registry")
class SampleRegistryTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Actor SYSTEM = Actor.system("sample-registry-tests");

    @Autowired
    Organisations organisations;

    @Autowired
    RegistryLoader loader;

    @Autowired
    SampleRegistry sampleRegistry;

    @Autowired
    AgencyTable agencyTable;

    @Autowired
    Journal journal;

    @Autowired
    Sql sql;

    @Test
    void everyStateAndTerritoryHasARecipientOfItsOwn() {
        var regions = DataFile.read("us-regions.csv", Gazetteer.UsRegion.class).rows();
        assertThat(regions).hasSize(59);
        assertThat(regions).allSatisfy(region -> {
            var candidates = organisations.agenciesFor(SYSTEM, Place.region("US", region.code()), DAY);
            assertThat(candidates).as(region.name()).isNotEmpty().allMatch(has(Confidence.STATE));
        });
    }

    private static Predicate<Candidate> has(Confidence confidence) {
        return candidate -> candidate.confidence() == confidence;
    }

    @Test
    void allTaskForcesOfAStateAreProposedWhenOnlyTheStateIsKnown() {
        var candidates = organisations.agenciesFor(SYSTEM, Place.region("US", "CA"), DAY);
        assertThat(candidates).hasSize(5).allMatch(has(Confidence.STATE));
        assertThat(candidates)
                .extracting(candidate -> candidate.agency().code())
                .isSorted();
        assertThat(organisations.agenciesFor(SYSTEM, Place.city("US", "CA", "Nowhere In Particular"), DAY))
                .hasSize(5)
                .allMatch(has(Confidence.STATE));
    }

    @ParameterizedTest
    @CsvSource({
        "CA, , San Diego, , us-ca-san-diego, CITY",
        "California, , san jose, , us-ca-silicon-valley, CITY",
        "NY, Kings County, , , us-ny-city, COUNTY",
        "NY, , Brooklyn, 11201, us-ny-city, CITY",
        "VA, , Arlington, , us-va-northern, CITY",
        "DC, , Washington, , us-va-northern, CITY",
        "IL, , , 60601, us-il-cook, COUNTY",
        "OR, , Portland, , us-or, STATE",
        "PR, , San Juan, , us-hsi, STATE"
    })
    void aFinePlaceHasOneTaskForce(
            String region, String county, String city, String postcode, String code, Confidence confidence) {
        var candidates = organisations.agenciesFor(SYSTEM, new Place("US", region, county, city, postcode), DAY);
        assertThat(candidates).singleElement().satisfies(candidate -> {
            assertThat(candidate.agency().code()).isEqualTo(code);
            assertThat(candidate.confidence()).isEqualTo(confidence);
        });
    }

    @Test
    void abroadTheNationalContactIsProposedAndWithoutAnyTheFallback() {
        assertThat(organisations.agenciesFor(SYSTEM, new Place("FR", "ARA", null, "Lyon", null), DAY))
                .singleElement()
                .matches(has(Confidence.COUNTRY))
                .extracting(candidate -> candidate.agency().code())
                .isEqualTo("fr-national");
        for (Place place : List.of(Place.country("IQ"), Place.country("A1"), Place.unknown())) {
            assertThat(organisations.agenciesFor(SYSTEM, place, DAY))
                    .singleElement()
                    .matches(has(Confidence.FALLBACK))
                    .extracting(candidate -> candidate.agency().code())
                    .isEqualTo("us-federal-liaison");
        }
    }

    @Test
    void sampleAgenciesAreFlaggedAndReceiveInTheSandbox() {
        var candidate =
                organisations.agenciesFor(SYSTEM, Place.country("US"), DAY).getFirst();
        assertThat(candidate.cautions())
                .containsExactlyInAnyOrder(Caution.SAMPLE, Caution.AGENCY_UNVERIFIED, Caution.COVERAGE_UNVERIFIED);
        assertThat(candidate.mayReceive()).isTrue();
        assertThat(organisations.mayReceive(SYSTEM, candidate.agency().id(), DAY))
                .isTrue();
        assertThat(candidate.coverage().verification().by()).isEqualTo("sample-coverage");
        assertThat(candidate.coverage().verification().on()).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void everySampleOrganisationIsThereWithItsContactsServicesAndFacts() {
        var files = RegistryFiles.ofThisRelease();
        var agencies = organisations.listAgencies(SYSTEM, AgencyFilter.all(), "", 500).agencies().stream()
                .filter(Agency::sample)
                .toList();
        assertThat(agencies)
                .hasSameSizeAs(files.agencies().rows())
                .noneMatch(agency -> agency.verification().confirmed());
        assertThat(agencies.stream()
                        .mapToInt(agency ->
                                organisations.coverage(SYSTEM, agency.id()).size())
                        .sum())
                .isEqualTo(files.coverage().rows().size());
        var providers = organisations.listProviders(SYSTEM).stream()
                .filter(Provider::sample)
                .toList();
        assertThat(providers)
                .hasSameSizeAs(files.providers().rows())
                .allMatch(provider -> !provider.services().isEmpty());
        var refs = Stream.concat(
                        agencies.stream().map(agency -> agency.id().ref()),
                        providers.stream().map(provider -> provider.id().ref()))
                .toList();
        assertThat(organisations.contacts(SYSTEM, refs).values().stream()
                        .mapToInt(List::size)
                        .sum())
                .isEqualTo(files.contacts().rows().size());
        Eventually.holds(() -> assertThat(journal.of(SYSTEM, refs.getLast(), 0, 10))
                .extracting(entry -> entry.type())
                .containsExactly(
                        "registry.provider-registered", "registry.credential-issued", "registry.credential-issued"));
    }

    @Test
    void aMissingContactIsSeenWithoutOpeningAny() {
        var held = organisations.listProviders(SYSTEM).stream()
                .collect(Collectors.toMap(Provider::code, Provider::contactsHeld));
        assertThat(held.get("example-social")).contains(ContactKind.LEGAL_PROCESS);
        assertThat(held.get("example-search")).doesNotContain(ContactKind.LEGAL_PROCESS);
        assertThat(held.get("example-forum-40")).isEmpty();
    }

    @Test
    void loadingTheSampleAgainChangesNothing() {
        Eventually.holds(() -> assertThat(journal.position()).isPositive());
        String before = fingerprint();
        assertThat(loader.load(RegistryFiles.ofThisRelease())).isZero();
        sql.of("DELETE FROM registry.data_file").update();
        assertThat(loader.load(RegistryFiles.ofThisRelease())).isZero();
        assertThat(fingerprint()).isEqualTo(before);
    }

    /// Counts and content of what the loader writes, and of the facts it records, wherever these are by now.
    private String fingerprint() {
        return sql.of("""
                        SELECT concat_ws(' ',
                            (SELECT count(*) || md5(string_agg(a::text, ',' ORDER BY code)) FROM registry.agency a
                                WHERE a.sample),
                            (SELECT count(*) || md5(string_agg(p::text, ',' ORDER BY code)) FROM registry.provider p
                                WHERE p.sample),
                            (SELECT count(*) || md5(string_agg(c::text, ',' ORDER BY coverage_id))
                                FROM registry.coverage c WHERE c.sample),
                            (SELECT count(*) FROM registry.credential WHERE sandbox_only),
                            (SELECT count(*) FROM journal.inbox WHERE actor = 'system:registry-sample')
                                + (SELECT count(*) FROM journal.entry WHERE actor = 'system:registry-sample')
                        ) AS print
                        """).query((row, _) -> row.getString("print")).single();
    }

    @Test
    void aProductionServerRefusesToStartOnSampleData() {
        var production = new SampleRegistry(loader, agencyTable, Mode.PRODUCTION);
        assertThatExceptionOfType(StartRefused.class).isThrownBy(production::start);
        assertThat(production.isRunning()).isFalse();
        assertThat(sampleRegistry.isRunning()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, US, OR, Portland",
        "192.0.2.33, US, CA, San Diego",
        "198.51.100.7, FR, , Lyon",
        "2001:db8:1::5, US, OR, Portland",
        "::ffff:192.0.2.1, US, OR, Portland"
    })
    void theSampleMapKnowsDocumentationPrefixes(String address, String country, String region, String city) {
        var location = organisations.locate(SYSTEM, address).orElseThrow();
        assertThat(location.place().country()).isEqualTo(country);
        assertThat(location.place().region()).isEqualTo(region);
        assertThat(location.place().city()).isEqualTo(city);
        assertThat(location.source().value()).isEqualTo("sample-locations.2026-11-23");
    }

    @ParameterizedTest
    @CsvSource({"8.8.8.8", "203.0.113.250", "localhost", "192.0.2.0/24", "1", "''", "192.0.2", "2001:db8:ffff::1"})
    void whatIsNoKnownAddressHasNoPlace(String address) {
        assertThat(organisations.locate(SYSTEM, address)).isEmpty();
    }
}

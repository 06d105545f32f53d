// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.harborline.registry.Area;
import org.harborline.registry.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTests {

    private final Gazetteer gazetteer = new Gazetteer();

    @ParameterizedTest
    @CsvSource({
        "US, CA, San Diego, us, california, 'SAN  DIEGO '",
        "US, FL, St. Petersburg, US, US-FL, Saint Petersburg",
        "US, TX, Fort Worth, US, Texas, Ft. Worth",
        "US, DC, Washington, US, District of Columbia, washington",
        "BR, SP, São Paulo, BR, BR-SP, SAO PAULO",
        "TR, 35, İzmir, TR, 35, izmir"
    })
    void findsACityInAnySpelling(
            String country, String region, String city, String statedCountry, String statedRegion, String statedCity) {
        assertThat(gazetteer.keys(Place.city(statedCountry, statedRegion, statedCity)))
                .contains(gazetteer.key(Area.city(country, region, city)));
    }

    @ParameterizedTest
    @CsvSource({
        "IL, LaSalle, La Salle County",
        "FL, Miami-Dade, Miami Dade county",
        "NY, St. Lawrence, SAINT LAWRENCE",
        "LA, Orleans, Orleans Parish"
    })
    void findsACountyInAnySpelling(String region, String county, String stated) {
        assertThat(gazetteer.keys(Place.county("US", region, stated)))
                .contains(gazetteer.key(Area.county("US", region, county)));
    }

    @Test
    void keepsCountiesOfDifferentStatesApart() {
        assertThat(gazetteer.keys(Place.county("US", "FL", "Orange")))
                .doesNotContain(gazetteer.key(Area.county("US", "CA", "Orange")));
    }

    @ParameterizedTest
    @CsvSource({"A1", "A2", "O1", "AP", "EU", "XX", "''", "United States"})
    void treatsCodesThatAreNoCountryAsUnknown(String country) {
        assertThat(gazetteer.keys(new Place(country, "CA", "Orange", "Irvine", "92602")))
                .containsExactly(gazetteer.key(Area.anywhere()));
    }

    @Test
    void knowsTerritoriesUnderBothNames() {
        var asCountry = gazetteer.keys(Place.country("PR"));
        assertThat(asCountry).isEqualTo(gazetteer.keys(Place.region("US", "Puerto Rico")));
        assertThat(asCountry).contains(gazetteer.key(Area.region("US", "PR")), gazetteer.key(Area.country("US")));
    }

    @Test
    void triesEveryLengthOfAPostcode() {
        assertThat(gazetteer.keys(Place.postcode("GB", "m1 1ae")))
                .contains(gazetteer.key(Area.postcode("GB", "M1")), gazetteer.key(Area.postcode("GB", "M1 1AE")))
                .doesNotContain(gazetteer.key(Area.postcode("GB", "M2")));
    }

    @Test
    void ignoresACityWithoutARegion() {
        assertThat(gazetteer.keys(new Place("US", null, null, "Portland", null)))
                .containsExactlyInAnyOrder(gazetteer.key(Area.anywhere()), gazetteer.key(Area.country("US")));
    }

    @ParameterizedTest
    @CsvSource({
        "us, texas, US, TX",
        "US, US-TX, US, TX",
        "US, Nowhere, US,",
        "PR, , US, PR",
        "ES, md, ES, MD",
        "A1, TX, ,",
        ", TX, ,"
    })
    void spellsCountryAndRegionAsCodes(String country, String region, String knownCountry, String knownRegion) {
        assertThat(gazetteer.canonical(new Place(country, region, "Orange", "Irvine", "92602")))
                .isEqualTo(new Place(knownCountry, knownRegion, "Orange", "Irvine", "92602"));
    }
}

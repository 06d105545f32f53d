// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Where reported people seem to be. One in four is in the United States, far more than in the published figures, so
/// that a sample of 500 reports reaches every kind of routing: states with one task force and with several, a state
/// without a city, another country, and nothing at all.
final class Places {

    private static final List<Place> UNITED_STATES = List.of(
            Place.city("Los Angeles", "CA", "US"),
            Place.city("San Diego", "CA", "US"),
            Place.city("San Jose", "CA", "US"),
            Place.city("Sacramento", "CA", "US"),
            Place.city("Fresno", "CA", "US"),
            Place.city("Dallas", "TX", "US"),
            Place.city("Houston", "TX", "US"),
            Place.city("Austin", "TX", "US"),
            Place.city("Gainesville", "FL", "US"),
            Place.city("Orlando", "FL", "US"),
            Place.city("Fort Lauderdale", "FL", "US"),
            Place.city("New York", "NY", "US"),
            Place.city("Albany", "NY", "US"),
            Place.city("Chicago", "IL", "US"),
            Place.city("Springfield", "IL", "US"),
            Place.city("Arlington", "VA", "US"),
            Place.city("Roanoke", "VA", "US"),
            Place.city("Atlanta", "GA", "US"),
            Place.city("Charlotte", "NC", "US"),
            Place.city("Detroit", "MI", "US"),
            Place.city("Philadelphia", "PA", "US"),
            Place.city("Seattle", "WA", "US"),
            Place.city("Phoenix", "AZ", "US"),
            Place.city("Denver", "CO", "US"),
            Place.city("San Juan", "PR", "US"),
            Place.state("CA"),
            Place.state("TX"),
            Place.state("NY"),
            Place.state("OH"));

    // Weights: reports by country 2023, in thousands.
    private static final Mix<Abroad> ABROAD = new Mix<>(
            List.of(
                    new Abroad(Place.city("Pune", "Maharashtra", "IN"), 8_924),
                    new Abroad(Place.city("Cebu City", "Central Visayas", "PH"), 2_741),
                    new Abroad(new Place(null, null, "BD"), 2_491),
                    new Abroad(Place.city("Bandung", "West Java", "ID"), 1_926),
                    new Abroad(new Place(null, null, "PK"), 1_925),
                    new Abroad(new Place(null, null, "SA"), 834),
                    new Abroad(Place.city("Izmir", "Izmir", "TR"), 818),
                    new Abroad(new Place(null, null, "DZ"), 763),
                    new Abroad(new Place(null, null, "IQ"), 750),
                    new Abroad(Place.city("Monterrey", "Nuevo León", "MX"), 717),
                    new Abroad(new Place(null, null, "EG"), 628),
                    new Abroad(Place.city("São Paulo", "São Paulo", "BR"), 568),
                    new Abroad(Place.city("Lyon", "Auvergne-Rhône-Alpes", "FR"), 311),
                    new Abroad(Place.city("Leeds", "England", "GB"), 179),
                    new Abroad(Place.city("Köln", "Nordrhein-Westfalen", "DE"), 174)),
            Abroad::weight);

    private Places() {}

    /// A city in the United States.
    static Place drawCity(Random random) {
        var cities =
                UNITED_STATES.stream().filter(place -> place.city() != null).toList();
        return cities.get(random.nextInt(cities.size()));
    }

    /// A place, or none: senders often do not know.
    static Optional<Place> draw(Random random) {
        int percent = random.nextInt(100);
        if (percent < 25) {
            return Optional.of(UNITED_STATES.get(random.nextInt(UNITED_STATES.size())));
        }
        return percent < 85 ? Optional.of(ABROAD.draw(random).place()) : Optional.empty();
    }

    private record Abroad(Place place, int weight) {}
}

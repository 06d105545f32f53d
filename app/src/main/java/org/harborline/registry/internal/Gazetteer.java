// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.harborline.registry.Area;
import org.harborline.registry.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Brings the words in which places are stated and covered to one spelling: countries, regions by code or name, and
/// folded names of counties and cities. An area and a place that is in it share a key.
@Component
class Gazetteer {

    private static final String UNITED_STATES = "US";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern REGION_CODE = Pattern.compile("[A-Z0-9]{1,3}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern COUNTY_WORD = Pattern.compile(" (county|parish|borough)$");
    private static final int LONGEST_PREFIX = 10;

    /// Abbreviations that stand at the beginning of names of places.
    private static final Map<String, String> SPELLED_OUT = Map.of("st ", "saint ", "ft ", "fort ", "mt ", "mount ");

    private final Map<String, String> regionCodes = new HashMap<>();
    private final Set<String> territories;

    Gazetteer() {
        var regions = DataFile.read("us-regions.csv", UsRegion.class).rows();
        for (UsRegion region : regions) {
            regionCodes.put(squash(region.code()), region.code());
            regionCodes.put(squash(region.name()), region.code());
        }
        territories = Set.copyOf(regions.stream()
                .filter(UsRegion::isoCountry)
                .map(UsRegion::code)
                .toList());
    }

    /// The one word for an area.
    String key(Area area) {
        String place = area.place();
        return switch (area.scope()) {
            case ANYWHERE -> anywhere();
            case COUNTRY -> country(must(area.country()));
            case REGION -> region(must(area.country()), must(area.region()));
            case CITY -> city(must(area.country()), must(area.region()), must(place));
            case COUNTY -> county(must(area.country()), must(area.region()), must(place));
            case POSTCODE -> postcode(must(area.country()), postcodeLetters(must(place)));
        };
    }

    /// The words of all areas that a place is in, as far as it is known.
    List<String> keys(Place place) {
        var keys = new ArrayList<String>();
        keys.add(anywhere());
        knownCountry(place.country()).ifPresent(stated -> {
            boolean territory = territories.contains(stated);
            String country = territory ? UNITED_STATES : stated;
            keys.add(country(country));
            var region = territory ? Optional.of(stated) : knownRegion(country, place.region());
            region.ifPresent(code -> addRegion(keys, country, code, place));
            addPostcodes(keys, country, place.postcode());
        });
        return keys;
    }

    /// The place with its country and region as codes. What no list knows is not known.
    Place canonical(Place place) {
        Optional<String> stated = knownCountry(place.country());
        boolean territory = stated.filter(territories::contains).isPresent();
        String country = territory ? UNITED_STATES : stated.orElse(null);
        String region = territory
                ? stated.orElse(null)
                : stated.flatMap(known -> knownRegion(known, place.region())).orElse(null);
        return new Place(country, region, place.county(), place.city(), place.postcode());
    }

    private static void addRegion(List<String> keys, String country, String region, Place place) {
        keys.add(region(country, region));
        if (place.county() != null && !place.county().isBlank()) {
            keys.add(county(country, region, place.county()));
        }
        if (place.city() != null && !place.city().isBlank()) {
            keys.add(city(country, region, place.city()));
        }
    }

    private static void addPostcodes(List<String> keys, String country, @Nullable String postcode) {
        if (postcode == null) {
            return;
        }
        String letters = postcodeLetters(postcode);
        for (int length = 1; length <= Math.min(letters.length(), LONGEST_PREFIX); length++) {
            keys.add(postcode(country, letters.substring(0, length)));
        }
    }

    private static Optional<String> knownCountry(@Nullable String stated) {
        return Optional.ofNullable(stated)
                .map(text -> text.strip().toUpperCase(Locale.ROOT))
                .filter(COUNTRIES::contains);
    }

    private Optional<String> knownRegion(String country, @Nullable String stated) {
        if (stated == null || stated.isBlank()) {
            return Optional.empty();
        }
        String upper = stated.strip().toUpperCase(Locale.ROOT);
        String code = upper.startsWith(country + "-") ? upper.substring(country.length() + 1) : upper;
        if (country.equals(UNITED_STATES)) {
            return Optional.ofNullable(regionCodes.get(squash(code)));
        }
        return Optional.of(code).filter(text -> REGION_CODE.matcher(text).matches());
    }

    private static String anywhere() {
        return "ANYWHERE";
    }

    private static String country(String country) {
        return "COUNTRY:" + country;
    }

    private static String region(String country, String region) {
        return "REGION:" + country + ":" + region;
    }

    private static String city(String country, String region, String city) {
        return "CITY:" + country + ":" + region + ":" + squash(city);
    }

    private static String county(String country, String region, String county) {
        String folded = COUNTY_WORD.matcher(fold(county)).replaceFirst("");
        return "COUNTY:" + country + ":" + region + ":" + squash(folded);
    }

    private static String postcode(String country, String prefix) {
        return "POSTCODE:" + country + ":" + prefix;
    }

    private static String postcodeLetters(String postcode) {
        return NOT_LETTERS.matcher(postcode.toUpperCase(Locale.ROOT)).replaceAll("");
    }

    /// Without spaces: `La Salle` and `LaSalle` are one county.
    private static String squash(String name) {
        return fold(name).replace(" ", "");
    }

    private static String fold(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
        String plain = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
        String words = NOT_LETTERS.matcher(plain).replaceAll(" ").strip();
        for (var abbreviation : SPELLED_OUT.entrySet()) {
            if (words.startsWith(abbreviation.getKey())) {
                return abbreviation.getValue()
                        + words.substring(abbreviation.getKey().length());
            }
        }
        return words;
    }

    private static String must(@Nullable String part) {
        if (part == null) {
            throw new IllegalStateException("an area lacks a part that its scope needs");
        }
        return part;
    }

    /// A row of the list of regions.
    ///
    /// @param isoCountry whether the code is also a country code, so that reports may name it as one
    record UsRegion(String code, String name, boolean isoCountry) {}
}

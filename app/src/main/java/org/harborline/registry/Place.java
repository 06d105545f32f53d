// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import org.jspecify.annotations.Nullable;

/// A place as far as it is known, in the words of whoever stated it. Parts are absent when not known, never guessed.
///
/// @param country ISO 3166-1 alpha-2; the special codes for proxies, satellites and continents count as unknown
/// @param region code or name of the part of the country, such as `CA` or `California`
/// @param county with or without the word for it, such as `Orange County`
/// @param postcode as written
public record Place(
        @Nullable String country,
        @Nullable String region,
        @Nullable String county,
        @Nullable String city,
        @Nullable String postcode) {

    private static final Place UNKNOWN = new Place(null, null, null, null, null);

    /// Nothing is known: routing answers with the fallback.
    public static Place unknown() {
        return UNKNOWN;
    }

    public static Place country(String country) {
        return new Place(country, null, null, null, null);
    }

    public static Place region(String country, String region) {
        return new Place(country, region, null, null, null);
    }

    public static Place county(String country, String region, String county) {
        return new Place(country, region, county, null, null);
    }

    public static Place city(String country, String region, String city) {
        return new Place(country, region, null, city, null);
    }

    public static Place postcode(String country, String postcode) {
        return new Place(country, null, null, null, postcode);
    }

    /// A place may point at a home: only its country and region are printed.
    @Override
    public String toString() {
        return "Place(" + country + ", " + region + ")";
    }
}

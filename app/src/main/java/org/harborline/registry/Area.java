// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A piece of the world that an agency can cover. Each scope has exactly the parts it needs, so that an entry cannot
/// say two things.
///
/// @param scope how fine it is
/// @param country ISO 3166-1 alpha-2, upper case; absent for [Scope#ANYWHERE]
/// @param region part of the country as in ISO 3166-2 without the country, such as `CA`
/// @param place name of the county or city, or the leading characters of a postcode, as people write it
public record Area(
        Scope scope,
        @Nullable String country,
        @Nullable String region,
        @Nullable String place) {

    /// How fine an area is, finest first.
    public enum Scope {
        CITY(true, true),
        /// All postcodes with the same leading characters.
        POSTCODE(false, true),
        COUNTY(true, true),
        REGION(true, false),
        COUNTRY(false, false),
        /// Whatever nobody else covers.
        ANYWHERE(false, false);

        private final boolean regional;
        private final boolean named;

        Scope(boolean regional, boolean named) {
            this.regional = regional;
            this.named = named;
        }
    }

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern REGION = Pattern.compile("[A-Z0-9]{1,3}");
    private static final Pattern PLACE = Pattern.compile("\\S.{0,99}");

    public Area {
        require(scope != Scope.ANYWHERE, country, COUNTRY);
        require(scope.regional, region, REGION);
        require(scope.named, place, PLACE);
    }

    private static void require(boolean needed, @Nullable String part, Pattern shape) {
        boolean fits = needed ? part != null && shape.matcher(part).matches() : part == null;
        if (!fits) {
            throw new IllegalArgumentException("an area has exactly the parts that its scope needs");
        }
    }

    public static Area city(String country, String region, String city) {
        return new Area(Scope.CITY, country, region, city);
    }

    public static Area county(String country, String region, String county) {
        return new Area(Scope.COUNTY, country, region, county);
    }

    public static Area postcode(String country, String prefix) {
        return new Area(Scope.POSTCODE, country, null, prefix);
    }

    public static Area region(String country, String region) {
        return new Area(Scope.REGION, country, region, null);
    }

    public static Area country(String country) {
        return new Area(Scope.COUNTRY, country, null, null);
    }

    public static Area anywhere() {
        return new Area(Scope.ANYWHERE, null, null, null);
    }
}

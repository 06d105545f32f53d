// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.registry.Place;

/// How much of what names a person or a home the sentences of an explanation say.
enum Detail {
    FULL,
    /// For people who only look: of a place its region and country, of a value its beginning.
    MASKED;

    private static final String HIDDEN = "•••";
    private static final int SHOWN = 4;

    String place(Place place) {
        var broad = Stream.of(place.region(), place.country());
        var fine = Stream.of(place.city(), place.county(), place.postcode()).filter(Objects::nonNull);
        return Stream.concat(this == FULL ? fine : fine.limit(1).map(_ -> HIDDEN), broad.filter(Objects::nonNull))
                .collect(Collectors.joining(", "));
    }

    String value(String value) {
        return this == FULL ? value : value.substring(0, Math.min(SHOWN, value.length() / 2)) + HIDDEN;
    }

    /// Words that an analyst wrote.
    String words(String words) {
        return this == FULL ? words : HIDDEN;
    }
}

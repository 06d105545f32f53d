// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.referral.Reason;
import org.harborline.registry.Place;
import org.jspecify.annotations.Nullable;

/// One thing that says where somebody is.
///
/// @param child whether it is about the child, not the reported person
/// @param weight small first: what decides when several things point to different places
/// @param address it is an IP address
/// @param from the value it comes from; two with the same value are one source
record PlaceEvidence(boolean child, Place place, Weight weight, boolean address, String from, Reason reason) {

    /// How much a source is believed, strongest first. An upload address is where the act was; a sign-in may be
    /// anywhere
    /// later.
    enum Weight {
        FOUND,
        VERIFIED,
        UPLOAD,
        STATED,
        LOGIN,
        REGISTRATION,
        PURCHASE,
        OTHER,
        CALLING_CODE
    }

    /// Whether the two name the same country and, where both name a region, the same region.
    boolean agreesWith(PlaceEvidence other) {
        return same(place.country(), other.place.country())
                && (place.region() == null
                        || other.place.region() == null
                        || same(place.region(), other.place.region()));
    }

    static String words(Place place) {
        return Stream.of(place.city(), place.county(), place.postcode(), place.region(), place.country())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && other != null && one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "PlaceEvidence(" + weight + ")";
    }
}

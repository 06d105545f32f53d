// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import org.harborline.referral.Reason;
import org.harborline.registry.Place;
import org.jspecify.annotations.Nullable;

/// One thing that says where somebody is.
///
/// @param child whether it is about the child, not the reported person
/// @param place in the registry's spelling
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

    /// Whether both can be true: no country or region of the one contradicts the other's. What is not known contradicts
    /// nothing.
    boolean agreesWith(PlaceEvidence other) {
        return compatible(place.country(), other.place.country()) && compatible(place.region(), other.place.region());
    }

    /// Whether it says more than a country.
    boolean namesRegion() {
        return place.region() != null;
    }

    /// Whether it says more than the other. A postcode helps only where it is covered, so it counts no more than a
    /// region.
    boolean finerThan(PlaceEvidence other) {
        return fineness() > other.fineness();
    }

    private int fineness() {
        if (place.region() != null) {
            return place.city() != null || place.county() != null || place.postcode() != null ? 3 : 2;
        }
        if (place.country() == null) {
            return 0;
        }
        return place.postcode() != null ? 2 : 1;
    }

    private static boolean compatible(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other);
    }

    @Override
    public String toString() {
        return "PlaceEvidence(" + weight + ")";
    }
}

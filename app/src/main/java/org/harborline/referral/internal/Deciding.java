// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.List;
import java.util.Objects;
import org.harborline.registry.Place;

/// What decides one step of the chain: a source, made finer by sources that agree with it.
///
/// @param finest says the place most finely without contradicting anything stronger
/// @param rivals with the source that decides the region, all equally strong ones of the same country that name one
record Deciding(PlaceEvidence finest, List<PlaceEvidence> rivals) {

    Deciding {
        rivals = List.copyOf(rivals);
    }

    /// @param strongest where to begin
    /// @param evidence strongest first
    static Deciding from(PlaceEvidence strongest, List<PlaceEvidence> evidence) {
        PlaceEvidence finest = strongest;
        PlaceEvidence regional = strongest;
        for (PlaceEvidence other : evidence) {
            if (other.agreesWith(finest) && other.finerThan(finest)) {
                regional = finest.namesRegion() ? regional : other;
                finest = other;
            }
        }
        return new Deciding(finest, rivals(regional, evidence));
    }

    private static List<PlaceEvidence> rivals(PlaceEvidence regional, List<PlaceEvidence> evidence) {
        return evidence.stream()
                .filter(PlaceEvidence::namesRegion)
                .filter(one -> one.weight() == regional.weight())
                .filter(one ->
                        Objects.equals(one.place().country(), regional.place().country()))
                .toList();
    }

    Place place() {
        return finest.place();
    }

    List<String> regions() {
        return rivals.stream()
                .map(one -> Objects.requireNonNull(one.place().region()))
                .distinct()
                .toList();
    }

    boolean severalRegions() {
        return regions().size() > 1;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.harborline.platform.Code;
import org.harborline.triage.Priority;

/// Where a report stands among those of its level. The clock comes first: reports whose clocks end in the same stretch
/// of time are ordered by what makes one more urgent or easier to act on, and then by their number, which is the order
/// in which what their senders preserve runs out. One number holds it, so that a list stays one scan of an index.
///
/// What it can change is which of two reports of one level is seen first within that stretch, never a level.
final class PlaceInLevel {

    /// A victim is stated to be under 13.
    static final Code YOUNG_CHILD = Code.of("young-child");

    /// It happened in the week before it was filed.
    static final Code FRESH = Code.of("fresh");

    /// The sender states a country or a region.
    static final Code PLACE_STATED = Code.of("place-stated");

    /// Identifiers are stated, and for each item whether the sender viewed it. Counts from P3 on only: where danger may
    /// be, little information is a question and not a reason to wait.
    static final Code COMPLETE = Code.of("complete");

    private static final String TWO_SENDERS = "two-independent-senders";
    private static final String THREE_SENDERS = "three-independent-senders";
    /// More than all weights together.
    private static final int WEIGHTS = 16;

    private PlaceInLevel() {}

    /// Small first.
    ///
    /// @param modifiers what the sender's words say, as codes of this class
    static long of(Priority level, Instant dueAt, Set<Code> modifiers, Collection<Code> reasons) {
        long stretch = stretch(level).toSeconds();
        long end = Math.floorDiv(dueAt.getEpochSecond(), stretch) * stretch;
        return end * WEIGHTS + (WEIGHTS - 1 - weight(level, modifiers, reasons));
    }

    /// Clocks of working days all end at the close of business; the others are near enough when they end together.
    private static Duration stretch(Priority level) {
        return level == Priority.P2 ? Duration.ofMinutes(15) : Duration.ofMinutes(1);
    }

    private static int weight(Priority level, Set<Code> modifiers, Collection<Code> reasons) {
        int weight = 0;
        if (modifiers.contains(YOUNG_CHILD)) {
            weight += 4;
        }
        if (modifiers.contains(FRESH)) {
            weight += 2;
        }
        if (modifiers.contains(PLACE_STATED)) {
            weight += 2;
        }
        if (!level.loweredByPeopleOnly() && modifiers.contains(COMPLETE)) {
            weight += 1;
        }
        return weight + senders(reasons);
    }

    private static int senders(Collection<Code> reasons) {
        int senders = 0;
        for (Code reason : reasons) {
            if (reason.value().equals(THREE_SENDERS)) {
                return 2;
            }
            if (reason.value().equals(TWO_SENDERS)) {
                senders = 1;
            }
        }
        return senders;
    }
}

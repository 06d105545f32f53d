// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.harborline.linking.ContradictionKind;
import org.jspecify.annotations.Nullable;

/// What a report states of its one reported person and another report can contradict. In memory only.
///
/// @param born absent when none is stated or it is doubted
/// @param logins earliest first
record Statement(@Nullable LocalDate born, List<Login> logins) {

    static final Statement NOTHING = new Statement(null, List.of());

    /// Nobody changes continents in so little time, and clocks that are not exact stay within it.
    static final Duration AT_ONCE = Duration.ofMinutes(10);

    Statement {
        logins = logins.stream().sorted(Comparator.comparing(Login::at)).toList();
    }

    /// A sign-in at a known time and place.
    ///
    /// @param continent its code, as in the region data of Unicode
    record Login(Instant at, String continent) {}

    boolean isEmpty() {
        return born == null && logins.isEmpty();
    }

    /// In what the two cannot both be true of one person. The same whichever is asked.
    Set<ContradictionKind> against(Statement other) {
        Set<ContradictionKind> found = EnumSet.noneOf(ContradictionKind.class);
        if (born != null && other.born != null && differClearly(born, other.born)) {
            found.add(ContradictionKind.BIRTH_DATES);
        }
        if (areFarApart(other)) {
            found.add(ContradictionKind.LOGINS_FAR_APART);
        }
        return found;
    }

    /// Two of year, month and day are others, and day and month are not just exchanged. The first of January is what
    /// forms offer, and says nothing.
    private static boolean differClearly(LocalDate one, LocalDate other) {
        int differing = (one.getYear() == other.getYear() ? 0 : 1)
                + (one.getMonthValue() == other.getMonthValue() ? 0 : 1)
                + (one.getDayOfMonth() == other.getDayOfMonth() ? 0 : 1);
        boolean exchanged = one.getYear() == other.getYear()
                && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue();
        return differing > 1 && !exchanged && one.getDayOfYear() > 1 && other.getDayOfYear() > 1;
    }

    private boolean areFarApart(Statement other) {
        return logins.stream()
                .anyMatch(one -> other.logins.stream()
                        .anyMatch(two -> !one.continent().equals(two.continent())
                                && Duration.between(one.at(), two.at()).abs().compareTo(AT_ONCE) <= 0));
    }

    @Override
    public String toString() {
        return "Statement(" + logins.size() + " logins)";
    }
}

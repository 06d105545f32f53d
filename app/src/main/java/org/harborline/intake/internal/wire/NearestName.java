// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Guesses which name was meant by one that does not exist.
final class NearestName {

    /// Names that senders often expect, and what carries the same meaning here.
    private static final Map<String, String> EXPECTED = Map.of(
            "viewedByEsp", "fileViewedByEsp",
            "wasViewed", "fileViewedByEsp",
            "userBio", "profileBio",
            "permanentlyDisabled", "accountPermanentlyDisabled",
            "additionalNotes", "additionalInfo",
            "uploadedDateTime", "uploadedToEspTimestamp",
            "username", "screenName",
            "priorTips", "priorCTReports",
            "ageRange", "age",
            "bundle", "batchedReport");

    private final Set<String> names;

    NearestName(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    /// The name that differs least, when it does not differ by more than a third.
    Optional<String> to(String name) {
        if (name.length() > 60) {
            return Optional.empty();
        }
        String expected = EXPECTED.get(name);
        if (expected != null) {
            return Optional.of(expected);
        }
        String folded = name.toLowerCase(Locale.ROOT);
        return names.stream()
                .map(known -> new Candidate(known, distance(folded, known.toLowerCase(Locale.ROOT))))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .filter(candidate -> candidate.distance() <= Math.max(1, name.length() / 3))
                .map(Candidate::name);
    }

    private record Candidate(String name, int distance) {}

    /// Edit distance, one row at a time.
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int above = row[j];
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[right.length()];
    }
}

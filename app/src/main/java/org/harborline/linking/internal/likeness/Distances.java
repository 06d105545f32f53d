// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// The distances of texts that comparisons use.
final class Distances {

    private static final int FAR = 9;
    private static final LevenshteinDistance UP_TO_THREE = new LevenshteinDistance(3);
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private Distances() {}

    /// Letters to insert, leave out, change, or (as one) exchange with a neighbour; 9 when more than three.
    static int edits(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 3) {
            return FAR;
        }
        int edits = UP_TO_THREE.apply(a, b);
        if (edits < 0) {
            return FAR;
        }
        return edits == 2 && neighboursExchanged(a, b) ? 1 : edits;
    }

    /// The same of two values, without their spaces; what is in the one only is looked at first, because that is
    /// quick.
    static int edits(Value a, Value b) {
        int longer = Math.max(a.joined().length(), b.joined().length());
        return longer - a.commonLetters(b) > 3 ? FAR : edits(a.joined(), b.joined());
    }

    /// Whether two values are at least so similar.
    static boolean similar(Value a, Value b, double least) {
        double common = a.commonLetters(b);
        double most = (common / a.joined().length() + common / b.joined().length() + 1) / 3;
        // a common beginning adds at most four tenths of what is left
        return most + 0.4 * (1 - most) >= least && similar(a.joined(), b.joined(), least);
    }

    /// Whether two texts are at least so similar, from 0 to 1; a common beginning counts more.
    static boolean similar(String a, String b, double least) {
        return SIMILARITY.apply(a, b) >= least;
    }

    private static boolean neighboursExchanged(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        int first = 0;
        while (a.charAt(first) == b.charAt(first)) {
            first++;
        }
        return first + 1 < a.length()
                && a.charAt(first) == b.charAt(first + 1)
                && a.charAt(first + 1) == b.charAt(first)
                && a.regionMatches(first + 2, b, first + 2, a.length() - first - 2);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.util.Locale;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// Why a person chooses an agency that routing does not propose.
///
/// @param words for the agency to read; printed in the package
public record ByHand(Why why, @Nullable String words) {

    /// Longest words in characters.
    public static final int LONGEST = 500;

    public ByHand {
        words = words == null || words.isBlank() ? null : words.strip();
        if ((words == null && why == Why.OTHER) || (words != null && words.length() > LONGEST)) {
            throw new IllegalArgumentException("another reason is said in words, and in at most " + LONGEST);
        }
    }

    @Override
    public String toString() {
        return "ByHand(" + why + ")";
    }

    /// Reasons that come up again and again.
    public enum Why {
        /// The agency asked for it or agreed to take it.
        AGENCY_AGREED,
        /// It works on a case that this belongs to.
        WORKS_ON_CASE,
        /// The place is known from what was received, and no field states it.
        PLACE_IN_TEXT,
        /// Every agency that routing proposes returned it or may not receive.
        NOBODY_ELSE,
        /// Said in words.
        OTHER;

        /// The word in the explanation.
        public Code code() {
            return Code.of("by-hand." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.LocalDate;
import java.util.UUID;
import org.harborline.platform.Code;

/// A link that was drawn at random for two people to judge.
///
/// @param rule for which it was drawn
/// @param week in which the link was made, by its Monday
public record Review(UUID id, ReportPair pair, Code rule, LocalDate week) {

    /// How often links of a rule turned out to be right.
    ///
    /// @param drawn so far
    /// @param judged by two people
    /// @param right both said so
    /// @param wrong both said so; of the rest one of the two said something else, or that it cannot be told
    public record Precision(Code rule, long drawn, long judged, long right, long wrong) {

        /// Judged, and not agreed to be right or wrong.
        public long open() {
            return judged - right - wrong;
        }

        /// The share of right ones among those that both hold to be right or wrong, with what it may be in truth.
        public Share share() {
            return Share.of(right, right + wrong);
        }
    }
}

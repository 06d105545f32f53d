// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.completeness;

import org.harborline.platform.Code;

/// How complete a report was when it was accepted, by the rubric of that day. It never changes, and says nothing of how
/// urgent the report is.
///
/// @param rubric version of the rubric
/// @param score 0 to 100, of what applies to such a report
/// @param missing the lines that apply and are not stated, each by its bit
public record Completeness(Code rubric, int score, long missing) {

    public Completeness {
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("a score is between 0 and 100");
        }
    }
}

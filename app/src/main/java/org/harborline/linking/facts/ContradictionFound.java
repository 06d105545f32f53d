// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// Two reports share an identifier, and something they state of the reported person cannot be true of one person. What
/// rests on an identifier that changes hands links them no more; a person can still say that they belong together.
///
/// @param report the newer report
/// @param other the older report
/// @param kind `birth-dates` or `logins-far-apart`
@FactType("linking.contradiction-found")
public record ContradictionFound(ReportNumber report, ReportNumber other, Code kind) implements Fact {

    @Override
    public RecordRef subject() {
        return new RecordRef("contradiction", report + "-" + other + "-" + kind);
    }
}

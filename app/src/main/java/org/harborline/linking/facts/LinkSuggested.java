// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// Two reports were found to describe what is likely one person, for people to look at. It is no link: nobody is
/// grouped
/// by it, and no other part of the system acts on it.
///
/// @param model which model of likeness says so
@FactType("linking.link-suggested")
public record LinkSuggested(ReportNumber report, ReportNumber other, int model) implements Fact {

    @Override
    public RecordRef subject() {
        return Pair.link(report, other);
    }
}

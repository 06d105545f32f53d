// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// Two reports share an exact strong identifier, or a sender said that they belong together. Recorded once for a pair,
/// with its strongest rule, however many identifiers they share.
///
/// @param report the newer report
/// @param other the older report
/// @param rule the rule of the strongest shared identifier, such as `email.exact`
/// @param ruleVersion version of that rule
/// @param crossRole a reported person's identifier in one report is a victim's in the other: an alert for a person to
/// look at, never a link, never part of a cluster, never a reason to show one report beside the other to others
@FactType("linking.reports-linked")
public record ReportsLinked(ReportNumber report, ReportNumber other, Code rule, int ruleVersion, boolean crossRole)
        implements Fact {

    @Override
    public RecordRef subject() {
        return crossRole ? Pair.alert(report, other) : Pair.link(report, other);
    }
}

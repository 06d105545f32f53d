// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// An identifier turned out to be in so many reports that it says nothing about which of them belong together. Links
/// that rest on it alone are withdrawn, each with its own [LinkWithdrawn], and no more are made.
///
/// @param report the report that crossed the limit
/// @param ordinal which of that report's match keys, counted from 0
/// @param rule rule that made the key
/// @param limit the limit that it crossed
/// @param counted of what there were too many: `reports` or `senders`
@FactType("linking.key-spread")
public record KeySpread(ReportNumber report, int ordinal, Code rule, int ruleVersion, int limit, Code counted)
        implements Fact {

    @Override
    public RecordRef subject() {
        return new RecordRef("match-key", report + "-" + ordinal);
    }
}

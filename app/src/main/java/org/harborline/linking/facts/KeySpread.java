// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;
import org.jspecify.annotations.Nullable;

/// An identifier turned out to be in so many reports that it says nothing about which of them belong together. Links
/// that rest on it alone are withdrawn, each with its own [LinkWithdrawn], and no more are made.
///
/// @param report the report that crossed the limit
/// @param identifier index of the identifier in that report, counted from 0; absent when a finding holds the key
/// @param finding the finding that holds the key; absent when the report states it
/// @param rule rule that made the key
/// @param limit the limit that it crossed
/// @param counted of what there were too many: `reports`, `senders`, or `companions`, other identifiers beside it
@FactType("linking.key-spread")
public record KeySpread(
        ReportNumber report,
        @Nullable Integer identifier,
        @Nullable UUID finding,
        Code rule,
        int ruleVersion,
        int limit,
        Code counted)
        implements Fact {

    @Override
    public RecordRef subject() {
        return new RecordRef("match-key", report + "-" + (finding == null ? identifier : finding));
    }
}

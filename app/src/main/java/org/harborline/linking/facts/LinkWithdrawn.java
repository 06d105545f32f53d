// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// A link is no longer in effect. What was concluded from it must be looked at again by a person; nothing falls by
/// itself.
///
/// @param report the newer report
/// @param other the older report
/// @param reason `fan-out` when every identifier it rested on turned out to be shared by too many reports, `cut` when
/// an analyst cut it, `erased` when one of the reports was erased, `finding-withdrawn` when it rested on a finding that
/// was
/// taken back, `outcome` when the case of a report it rested on ended as no crime, false or the
/// like, `expired` when its time was over, `rules-changed` when a newer version of a rule tells apart what it rested
/// on, `confirmation-undone` when nothing held it but a person's word
@FactType("linking.link-withdrawn")
public record LinkWithdrawn(ReportNumber report, ReportNumber other, Code reason) implements Fact {

    /// Every identifier the link rested on crossed the fan-out limit.
    public static final Code FAN_OUT = Code.of("fan-out");

    /// An analyst cut it.
    public static final Code CUT = Code.of("cut");

    /// One of the reports was erased.
    public static final Code ERASED = Code.of("erased");

    /// The finding it rested on was taken back.
    public static final Code FINDING = Code.of("finding-withdrawn");

    /// The case of a report it rested on ended so that nothing may rest on it.
    public static final Code OUTCOME = Code.of("outcome");

    /// The time that somebody set for it is over.
    public static final Code EXPIRED = Code.of("expired");

    /// The rules in force do not make equal what it rested on.
    public static final Code RULES = Code.of("rules-changed");

    /// Nothing held it but a person's word, which was taken back.
    public static final Code UNCONFIRMED = Code.of("confirmation-undone");

    @Override
    public RecordRef subject() {
        return Pair.link(report, other);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.Locale;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Code;
import org.harborline.referral.DeliveryId;
import org.harborline.triage.Designation;
import org.harborline.triage.SafeguardingOutcome;

/// A package that says something which no longer holds: a link that was withdrawn, the withdrawal of a link that is
/// back
/// in effect, a finding that was taken back, danger now, or what a person has decided about its report otherwise since.
///
/// @param other the report to which the link was withdrawn or restored, or the package's own report
/// @param cause journal position of what changed; it is corrected once per package
record DueCorrection(DeliveryId delivery, ReportNumber other, Code reason, long cause) {

    /// A link that was withdrawn is in effect again.
    static final Code RESTORED = Code.of("link-restored");

    /// A finding was taken back.
    static final Code FINDING = Code.of("finding-withdrawn");

    /// A report that was said to be about danger now is not held to be that any more.
    static final Code LOWERED = Code.of("urgent-no-more");

    static Code designated(Designation now) {
        return Code.of("designated-" + word(now));
    }

    static Code checked(SafeguardingOutcome now) {
        return Code.of("checked-" + word(now));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String name() {
        return delivery + "." + other + "." + cause + "." + reason;
    }

    static DueCorrection of(String name) {
        String[] parts = name.split("\\.", 4);
        return new DueCorrection(
                new DeliveryId(UUID.fromString(parts[0])),
                new ReportNumber(Long.parseLong(parts[1])),
                Code.of(parts[3]),
                Long.parseLong(parts[2]));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.registry.AgencyId;
import org.jspecify.annotations.Nullable;

/// Refers a report to one or several agencies.
///
/// @param byHand why one of them is none that routing proposes; needed exactly then
public record OpenReferral(
        ReportNumber report,
        List<AgencyId> recipients,
        @Nullable ByHand byHand) {

    /// More recipients at once is a mistake.
    public static final int MOST = 10;

    /// To agencies that routing proposes.
    public OpenReferral(ReportNumber report, List<AgencyId> recipients) {
        this(report, recipients, null);
    }

    public OpenReferral {
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty()
                || recipients.size() > MOST
                || recipients.stream().distinct().count() != recipients.size()) {
            throw new IllegalArgumentException("a referral has 1 to " + MOST + " different recipients");
        }
    }
}

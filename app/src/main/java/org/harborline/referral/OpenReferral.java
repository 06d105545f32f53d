// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.registry.AgencyId;

/// Refers a report to one or several agencies.
public record OpenReferral(ReportNumber report, List<AgencyId> recipients) {

    /// More recipients at once is a mistake.
    public static final int MOST = 10;

    public OpenReferral {
        recipients = List.copyOf(recipients);
        if (recipients.isEmpty()
                || recipients.size() > MOST
                || recipients.stream().distinct().count() != recipients.size()) {
            throw new IllegalArgumentException("a referral has 1 to " + MOST + " different recipients");
        }
    }
}

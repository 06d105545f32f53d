// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A person took back that a link ends.
@FactType("linking.expiry-lifted")
public record ExpiryLifted(UUID expiry, ReportNumber report, ReportNumber other) implements Fact {

    @Override
    public RecordRef subject() {
        return Pair.link(report, other);
    }
}

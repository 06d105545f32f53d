// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import java.time.Instant;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A person set when a link ends. When it does, it is cut.
@FactType("linking.expiry-set")
public record ExpirySet(UUID expiry, ReportNumber report, ReportNumber other, Instant expiresAt) implements Fact {

    @Override
    public RecordRef subject() {
        return Pair.link(report, other);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.facts;

import java.util.UUID;
import org.harborline.intake.RefusedEscalation;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A document that asked for high priority was refused.
@FactType("intake.escalation-refused")
public record EscalationRefused(UUID refusal, UUID provider, RefusedEscalation.Reason reason) implements Fact {

    @Override
    public RecordRef subject() {
        return RecordRef.of("provider", provider);
    }
}

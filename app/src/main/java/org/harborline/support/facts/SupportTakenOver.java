// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.support.SupportRequestId;

/// Somebody at the desk stands by this person in the place of another, who did not let go.
@FactType("support.support-taken-over")
public record SupportTakenOver(SupportRequestId request) implements Fact {

    @Override
    public RecordRef subject() {
        return request.asRecord();
    }
}

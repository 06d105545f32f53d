// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.support.CallOutcome;
import org.harborline.support.SupportRequestId;

/// Somebody at the desk tried to call.
@FactType("support.support-called")
public record SupportCalled(SupportRequestId request, CallOutcome outcome) implements Fact {

    @Override
    public RecordRef subject() {
        return request.asRecord();
    }
}

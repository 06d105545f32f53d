// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.support.ClosingReason;
import org.harborline.support.SupportRequestId;

/// The desk is through with a request.
@FactType("support.support-closed")
public record SupportClosed(SupportRequestId request, ClosingReason reason) implements Fact {

    @Override
    public RecordRef subject() {
        return request.asRecord();
    }
}

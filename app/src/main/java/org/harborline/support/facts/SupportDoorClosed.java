// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.support.SupportRequestId;

/// They closed the door behind them.
@FactType("support.support-door-closed")
public record SupportDoorClosed(SupportRequestId request) implements Fact {

    @Override
    public RecordRef subject() {
        return request.asRecord();
    }
}

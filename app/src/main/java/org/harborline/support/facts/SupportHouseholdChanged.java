// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.support.SupportRequestId;

/// Nothing goes out any more, or may go out again.
@FactType("support.support-household-changed")
public record SupportHouseholdChanged(SupportRequestId request, boolean somebodyCouldNotice) implements Fact {

    @Override
    public RecordRef subject() {
        return request.asRecord();
    }
}

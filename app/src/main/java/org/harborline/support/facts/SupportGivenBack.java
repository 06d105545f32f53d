// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.support.SupportRequestId;

/// Whoever stood by this person let go.
@FactType("support.support-given-back")
public record SupportGivenBack(SupportRequestId request) implements Fact {

    @Override
    public RecordRef subject() {
        return request.asRecord();
    }
}

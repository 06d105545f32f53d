// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.support.ContactWay;
import org.harborline.support.SupportRequestId;
import org.harborline.support.SupportTopic;

/// Somebody asked for support.
@FactType("support.support-asked-for")
public record SupportAskedFor(SupportRequestId request, SupportTopic topic, ContactWay way, boolean household)
        implements Fact {

    @Override
    public RecordRef subject() {
        return request.asRecord();
    }
}

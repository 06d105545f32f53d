// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.support.SupportRequestId;

/// A message was written.
///
/// @param byDesk false for one of theirs
@FactType("support.support-written")
public record SupportWritten(SupportRequestId request, boolean byDesk) implements Fact {

    @Override
    public RecordRef subject() {
        return request.asRecord();
    }
}

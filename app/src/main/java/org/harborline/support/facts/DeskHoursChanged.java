// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// The desk is staffed at other hours.
///
/// @param shifts how many a week; none means that the desk is closed
@FactType("support.desk-hours-changed")
public record DeskHoursChanged(int shifts) implements Fact {

    @Override
    public RecordRef subject() {
        return RecordRef.of("support-desk", 1);
    }
}

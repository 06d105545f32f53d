// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.facts;

import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// The operator entered what the law says about filed reports.
@FactType("intake.scheme-changed")
public record SchemeChanged(UUID scheme, int preservationDays, int referenceDays) implements Fact {

    @Override
    public RecordRef subject() {
        return RecordRef.of("scheme", scheme);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.facts;

import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// The operator entered, reviewed or removed a number that people in need are shown.
@FactType("intake.help-line-changed")
public record HelpLineChanged(UUID line, Code country) implements Fact {

    @Override
    public RecordRef subject() {
        return RecordRef.of("help-line", line);
    }
}

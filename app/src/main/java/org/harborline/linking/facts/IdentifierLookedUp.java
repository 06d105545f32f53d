// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// Somebody looked for an exact identifier across reports. The identifier itself is kept nowhere; the purpose is on the
/// journal entry.
///
/// @param lookUp names this look-up
/// @param hits how many reports were answered
@FactType("linking.identifier-looked-up")
public record IdentifierLookedUp(UUID lookUp, IdentifierKind kind, int hits) implements Fact {

    @Override
    public RecordRef subject() {
        return RecordRef.of("look-up", lookUp);
    }
}

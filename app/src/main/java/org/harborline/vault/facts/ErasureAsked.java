// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.facts;

import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// Somebody asked that a record be erased. Nothing happens until a second person agrees.
@FactType("vault.erasure-asked")
public record ErasureAsked(UUID erasure, RecordRef record, Code reason) implements Fact {

    @Override
    public RecordRef subject() {
        return record;
    }
}

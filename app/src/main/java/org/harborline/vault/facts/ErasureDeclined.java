// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.facts;

import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// The second person did not agree. The record stays.
@FactType("vault.erasure-declined")
public record ErasureDeclined(UUID erasure, RecordRef record, Code reason) implements Fact {

    @Override
    public RecordRef subject() {
        return record;
    }
}

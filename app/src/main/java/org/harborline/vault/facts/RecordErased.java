// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.facts;

import java.util.List;
import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// The keys of a record are destroyed; nothing sealed with them opens any more. Every module that kept something of the
/// record removes it and confirms. The actor of the entry is the second person.
///
/// @param askedBy the first person
/// @param confirmers modules that have to confirm
@FactType("vault.record-erased")
public record RecordErased(UUID erasure, RecordRef record, Code reason, Code askedBy, List<Code> confirmers)
        implements Fact {

    public RecordErased {
        confirmers = List.copyOf(confirmers);
    }

    @Override
    public RecordRef subject() {
        return record;
    }
}

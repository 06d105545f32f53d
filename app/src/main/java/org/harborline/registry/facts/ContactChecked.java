// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.ContactKind;

/// Somebody reached a contact point again and found it as it is written.
@FactType("registry.contact-checked")
public record ContactChecked(RecordRef organisation, ContactKind kind) implements Fact {

    @Override
    public RecordRef subject() {
        return organisation;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;
import org.harborline.registry.ContactKind;

/// A contact point was entered, replaced or removed.
///
/// @param organisation the provider or agency
/// @param held whether there still is one of this kind
@FactType("registry.contact-changed")
public record ContactChanged(RecordRef organisation, ContactKind kind, boolean held) implements Fact {

    @Override
    public RecordRef subject() {
        return organisation;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// Links of a week were drawn for review.
///
/// @param week its Monday, as 2026-11-23
/// @param links how many were drawn
@FactType("linking.links-drawn")
public record LinksDrawn(Code week, int links) implements Fact {

    @Override
    public RecordRef subject() {
        return new RecordRef("link-sample", week.value());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.facts;

import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A version of a list of networks and values was taken in. It counts for what is filed from then on, and for
/// everything
/// after a rebuild.
///
/// @param list one version of one list
/// @param lines how many networks and values it has
@FactType("linking.list-loaded")
public record ListLoaded(UUID list, int lines) implements Fact {

    @Override
    public RecordRef subject() {
        return new RecordRef("list", list.toString());
    }
}

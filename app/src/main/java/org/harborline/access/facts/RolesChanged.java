// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.facts;

import java.util.Set;
import org.harborline.access.HolderId;
import org.harborline.access.Role;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// An account has these roles from now on.
@FactType("access.roles-changed")
public record RolesChanged(HolderId holder, Set<Role> roles) implements Fact {

    @Override
    public RecordRef subject() {
        return holder.record();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.facts;

import java.util.Set;
import org.harborline.access.HolderId;
import org.harborline.access.Role;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.ActorKind;
import org.harborline.platform.RecordRef;
import org.jspecify.annotations.Nullable;

/// An account was made, with or without a password.
@FactType("access.account-created")
public record AccountCreated(
        HolderId holder,
        ActorKind kind,
        Set<Role> roles,
        @Nullable RecordRef party) implements Fact {

    @Override
    public RecordRef subject() {
        return holder.record();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import java.time.Instant;
import java.util.Set;
import org.harborline.platform.ActorKind;
import org.harborline.platform.RecordRef;
import org.jspecify.annotations.Nullable;

/// One account as administrators see it.
///
/// @param signInName typed at sign-in
/// @param displayName shown to colleagues
/// @param party the agency or company that somebody belongs to; absent for staff
/// @param enrolled whether a second factor is set up
/// @param version raised with each change of roles or state, so that nobody overwrites what they have not seen
public record Account(
        HolderId holder,
        String signInName,
        String displayName,
        ActorKind kind,
        AccountState state,
        Set<Role> roles,
        @Nullable RecordRef party,
        boolean enrolled,
        Instant createdAt,
        int version) {

    public Account {
        roles = Set.copyOf(roles);
    }

    @Override
    public String toString() {
        return "Account[" + holder + "]";
    }
}

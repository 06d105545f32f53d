// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import org.harborline.access.Account;
import org.harborline.access.HolderId;
import org.springframework.stereotype.Component;

/// Opens the sealed parts of an account for those who may see it.
@Component
class AccountViews {

    private final AccountSeals seals;

    AccountViews(AccountSeals seals) {
        this.seals = seals;
    }

    Account shown(AccountTable.Row row) {
        var holder = row.holder();
        return new Account(
                holder.id(),
                signInName(row),
                displayName(holder.id(), row.sealedDisplayName()),
                holder.kind(),
                row.state(),
                holder.roles(),
                holder.party(),
                holder.enrolled(),
                row.createdAt(),
                row.version());
    }

    String signInName(AccountTable.Row row) {
        return seals.openText(AccountSeals.Field.SIGN_IN_NAME, row.holder().id(), row.sealedName());
    }

    String displayName(HolderId holder, String sealed) {
        return seals.openText(AccountSeals.Field.DISPLAY_NAME, holder, sealed);
    }
}

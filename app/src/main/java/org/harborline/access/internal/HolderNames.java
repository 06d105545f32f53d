// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.util.Optional;
import org.harborline.platform.Actor;
import org.harborline.platform.DisplayNames;
import org.springframework.stereotype.Component;

/// Tells the frame of pages how to address who is signed in.
@Component
class HolderNames implements DisplayNames {

    private final AccountTable accounts;
    private final AccountViews views;

    HolderNames(AccountTable accounts, AccountViews views) {
        this.accounts = accounts;
        this.views = views;
    }

    @Override
    public Optional<String> displayName(Actor actor) {
        return Holders.parse(actor.id())
                .flatMap(accounts::find)
                .map(row -> views.displayName(row.holder().id(), row.sealedDisplayName()));
    }
}

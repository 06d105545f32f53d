// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.registry.ProviderId;

/// Who may look at a company and who may change it: staff with the registry's permissions, and the company itself.
final class Keepers {

    private Keepers() {}

    static void requireReader(Actor actor, ProviderId company) {
        if (!owns(actor, company)) {
            actor.require(Permission.REGISTRY_READ);
        }
    }

    static void requireKeeper(Actor actor, ProviderId company) {
        actor.require(owns(actor, company) ? Permission.COMPANY_KEEP : Permission.REGISTRY_CHANGE);
    }

    /// Whether the actor acts for this company.
    static boolean owns(Actor actor, ProviderId company) {
        return actor.kind() == ActorKind.PROVIDER && company.ref().equals(actor.party());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.util.Optional;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.harborline.registry.Standing;
import org.springframework.stereotype.Component;

/// What staff see of a sender beside its report.
@Component
class Senders {

    private final Organisations organisations;

    Senders(Organisations organisations) {
        this.organisations = organisations;
    }

    /// Where the sender stands today; empty for those who do not see the registry.
    Optional<Standing> standing(Actor actor, UUID provider) {
        return organisations.findProvider(actor, new ProviderId(provider)).map(Provider::standing);
    }
}

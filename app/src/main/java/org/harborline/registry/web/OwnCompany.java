// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.web;

import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.registry.ProviderId;

/// The company that somebody in the portal acts for.
final class OwnCompany {

    private OwnCompany() {}

    static ProviderId of(Actor actor) {
        RecordRef party = actor.party();
        if (party == null || !party.kind().equals("provider")) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return new ProviderId(UUID.fromString(party.id()));
    }
}

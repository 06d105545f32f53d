// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.registry.ProviderId;

/// Who may do what with a sender's endpoint. Refused is as if it were not there.
final class Whose {

    private Whose() {}

    static void mayLook(Actor actor, ProviderId provider) {
        if (isOwn(actor, provider)) {
            requireEither(actor, Permission.COMPANY_READ, Permission.FILING_READ);
        } else {
            requireStaff(actor, Permission.REGISTRY_READ);
        }
    }

    /// What is the same for every company.
    static void mayReadScores(Actor actor) {
        RecordRef party = actor.party();
        if (party == null) {
            actor.require(Permission.REGISTRY_READ);
        } else {
            mayLook(actor, new ProviderId(UUID.fromString(party.id())));
        }
    }

    static void mayLookAtAll(Actor actor) {
        actor.require(Permission.REGISTRY_READ);
        if (actor.party() != null) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
    }

    static void mayKeep(Actor actor, ProviderId provider) {
        if (isOwn(actor, provider)) {
            requireEither(actor, Permission.COMPANY_KEEP, Permission.WEBHOOK_KEEP);
        } else {
            requireStaff(actor, Permission.REGISTRY_CHANGE);
        }
    }

    /// Not for staff: whoever sets the address or sees the secret could listen.
    static void mayKeepOwn(Actor actor, ProviderId provider) {
        if (!isOwn(actor, provider)) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        requireEither(actor, Permission.COMPANY_KEEP, Permission.WEBHOOK_KEEP);
    }

    private static boolean isOwn(Actor actor, ProviderId provider) {
        return provider.ref().equals(actor.party());
    }

    /// People of the company hold the first, its machines the second.
    private static void requireEither(Actor actor, Permission people, Permission machines) {
        actor.require(actor.may(people) ? people : machines);
    }

    private static void requireStaff(Actor actor, Permission permission) {
        if (actor.party() != null) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        actor.require(permission);
    }
}

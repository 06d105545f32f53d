// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.harborline.access.ActorAuthentication;
import org.harborline.access.ClientNetwork;
import org.harborline.access.Session;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who is at the door.
final class Visitors {

    private static final Actor VISITOR = new Actor("public", ActorKind.PUBLIC, Set.of(), null, null);

    private Visitors() {}

    /// Somebody nobody knows.
    static Actor visitor() {
        return VISITOR;
    }

    static Optional<ActorAuthentication> authentication() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ActorAuthentication known
                ? Optional.of(known)
                : Optional.empty();
    }

    static Actor actor() {
        return authentication().map(ActorAuthentication::actor).orElse(VISITOR);
    }

    static Optional<Session> session() {
        return authentication().flatMap(ActorAuthentication::session);
    }

    /// The session, where a page is useless without one.
    static Session requiredSession() {
        return session().orElseThrow(() -> new ProblemException(PlatformProblem.SIGN_IN_NEEDED));
    }

    static ClientNetwork network(HttpServletRequest request) {
        return ClientNetwork.of(request.getRemoteAddr());
    }
}

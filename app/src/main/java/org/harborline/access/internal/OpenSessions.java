// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.harborline.access.ActorAuthentication;
import org.harborline.access.HolderId;
import org.harborline.access.Role;
import org.harborline.access.Session;
import org.harborline.access.Session.Standing;
import org.harborline.access.facts.SessionsEnded;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Ids;
import org.harborline.platform.Mode;
import org.harborline.platform.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sessions as rows: made, found by token, given new tokens, ended.
@Component
class OpenSessions {

    private static final Actor SELF = Actor.system("access");
    private static final int MOST_WRONG = 10;

    private final SessionTable sessions;
    private final Secrets secrets;
    private final Journal journal;
    private final Clock clock;
    private final Mode mode;

    OpenSessions(SessionTable sessions, Secrets secrets, Journal journal, Clock clock, Mode mode) {
        this.sessions = sessions;
        this.secrets = secrets;
        this.journal = journal;
        this.clock = clock;
        this.mode = mode;
    }

    /// A session just made, and its token.
    record Opened(UUID id, String token) {}

    Opened open(HolderId holder) {
        var now = clock.instant();
        var opened = new Opened(Ids.next(), secrets.token());
        sessions.insert(
                opened.id(), holder, Secrets.hash(opened.token()), now, now.plus(SessionLimit.ABSOLUTE.length()));
        return opened;
    }

    Optional<ActorAuthentication> find(String token) {
        var now = clock.instant();
        return sessions.find(Secrets.hash(token), now, notIdleSince(now)).map(row -> {
            if (row.lastSeenAt().plus(SessionLimit.SEEN.length()).isBefore(now)) {
                sessions.touch(row.id(), now);
            }
            return authentication(row);
        });
    }

    List<Session> list(HolderId holder) {
        var now = clock.instant();
        return sessions.list(holder, now, notIdleSince(now)).stream()
                .map(this::session)
                .toList();
    }

    private static Instant notIdleSince(Instant now) {
        return now.minus(SessionLimit.IDLE.length());
    }

    private ActorAuthentication authentication(SessionTable.Row row) {
        var session = session(row);
        var holder = row.holder();
        var permissions = switch (session.standing()) {
            case COMPLETE -> Role.permissionsOf(holder.roles());
            case ENROLMENT_DUE -> Set.of(Permission.OWN_ACCOUNT);
            case SECOND_FACTOR_DUE -> Set.<Permission>of();
        };
        var actor = new Actor(holder.id().toString(), holder.kind(), permissions, holder.party(), null);
        return new ActorAuthentication(actor, session);
    }

    private Session session(SessionTable.Row row) {
        return new Session(
                row.id(),
                row.holder().id(),
                row.createdAt(),
                row.lastSeenAt(),
                row.expiresAt(),
                row.passwordAt(),
                row.secondFactorAt(),
                standing(row.secondFactorAt() != null, row.holder().enrolled()),
                row.holder().enrolled());
    }

    /// What is still missing after the password was right.
    Standing standing(boolean secondFactorGiven, boolean enrolled) {
        if (secondFactorGiven) {
            return Standing.COMPLETE;
        }
        if (enrolled) {
            return Standing.SECOND_FACTOR_DUE;
        }
        return mode == Mode.PRODUCTION ? Standing.ENROLMENT_DUE : Standing.COMPLETE;
    }

    /// Marks the second factor as given and changes the token, so that a token caught before is worth nothing after.
    ///
    /// @return empty when the session ended meanwhile
    Optional<String> confirmSecondFactor(Session session) {
        var token = secrets.token();
        return sessions.confirmSecondFactor(session.id(), Secrets.hash(token), clock.instant())
                ? Optional.of(token)
                : Optional.empty();
    }

    Optional<String> confirmPassword(Session session) {
        var token = secrets.token();
        return sessions.confirmPassword(session.id(), Secrets.hash(token), clock.instant())
                ? Optional.of(token)
                : Optional.empty();
    }

    void confirmEnrolment(Session session) {
        sessions.confirmEnrolment(session.id(), clock.instant());
    }

    /// Counts a wrong proof in a session. Somebody who mistypes ten times starts again with the password; somebody who
    /// guesses has to.
    ///
    /// @return whether the session ended by it
    boolean wrongProof(Session session) {
        var wrong = sessions.wrongProof(session.id());
        if (wrong.isEmpty() || wrong.getAsInt() < MOST_WRONG || !end(session.holder(), session.id())) {
            return false;
        }
        journal.record(
                SELF, new SessionsEnded(session.holder(), List.of(session.id()), Code.of("too-many-wrong-proofs")));
        return true;
    }

    boolean end(HolderId holder, UUID session) {
        return sessions.end(holder, session);
    }

    /// Ends all sessions of a holder and says so in the journal.
    ///
    /// @return how many there were
    int endAll(Actor actor, HolderId holder, @Nullable UUID kept, Code reason) {
        var ended = sessions.endAll(holder, kept);
        if (!ended.isEmpty()) {
            journal.record(actor, new SessionsEnded(holder, ended, reason));
        }
        return ended.size();
    }
}

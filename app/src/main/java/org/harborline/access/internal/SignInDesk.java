// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.access.ActorAuthentication;
import org.harborline.access.ClientNetwork;
import org.harborline.access.FactorKind;
import org.harborline.access.PasskeyAnswer;
import org.harborline.access.Session;
import org.harborline.access.SignInAnswer;
import org.harborline.access.SignIns;
import org.harborline.access.facts.FactorConfirmed;
import org.harborline.access.facts.PasswordConfirmed;
import org.harborline.access.facts.PasswordSet;
import org.harborline.access.facts.SessionsEnded;
import org.harborline.access.facts.SignInRefused.Stage;
import org.harborline.access.facts.SignedIn;
import org.harborline.access.facts.SignedOut;
import org.harborline.access.internal.Attempts.Attempt;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.springframework.stereotype.Component;

/// Opens, confirms and ends sessions.
@Component
class SignInDesk implements SignIns {

    private final AccountSeals seals;
    private final Attempts attempts;
    private final Credentials credentials;
    private final OpenSessions sessions;
    private final Passkeys passkeys;
    private final Journal journal;
    private final Transactions transactions;

    SignInDesk(
            AccountSeals seals,
            Attempts attempts,
            Credentials credentials,
            OpenSessions sessions,
            Passkeys passkeys,
            Journal journal,
            Transactions transactions) {
        this.seals = seals;
        this.attempts = attempts;
        this.credentials = credentials;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.journal = journal;
        this.transactions = transactions;
    }

    @Override
    public SignInAnswer signIn(
            Actor actor, String name, String password, ClientNetwork network, Optional<String> replaced) {
        return attempts.attempt(
                new Attempt(network, seals.nameKey(name), Stage.PASSWORD, null, false),
                () -> credentials.check(name, password).map(holder -> () -> open(holder, replaced)));
    }

    private SignInAnswer open(AccountTable.Holder holder, Optional<String> replaced) {
        var self = NewHolders.self(holder);
        replaced.flatMap(sessions::find)
                .flatMap(ActorAuthentication::session)
                .filter(old -> sessions.end(old.holder(), old.id()))
                .ifPresent(old -> journal.record(
                        self, new SessionsEnded(old.holder(), List.of(old.id()), Code.of("signed-in-again"))));
        var opened = sessions.open(holder.id());
        journal.record(self, new SignedIn(holder.id(), opened.id()));
        return new SignInAnswer.Opened(opened.token(), sessions.standing(false, holder.enrolled()));
    }

    @Override
    public SignInAnswer confirmWithCode(Actor actor, Session session, String code, ClientNetwork network) {
        requireOwn(actor, session);
        return attempts.attemptOnce(
                of(session, network, Stage.SECOND_FACTOR, SecondFactors.isGuessable(code)),
                () -> credentials.useCode(session.holder(), code).map(kind -> () -> confirmed(actor, session, kind)));
    }

    @Override
    public SignInAnswer confirmWithPasskey(
            Actor actor, Session session, PasskeyAnswer assertion, ClientNetwork network) {
        requireOwn(actor, session);
        return attempts.attemptOnce(
                of(session, network, Stage.SECOND_FACTOR, false),
                () -> passkeys.check(session, assertion)
                        ? Optional.of(() -> confirmed(actor, session, FactorKind.PASSKEY))
                        : Optional.empty());
    }

    private SignInAnswer confirmed(Actor actor, Session session, FactorKind kind) {
        var token = sessions.confirmSecondFactor(session).orElseThrow(SignInDesk::ended);
        journal.record(actor, new FactorConfirmed(session.holder(), session.id(), kind));
        return new SignInAnswer.Opened(token, Session.Standing.COMPLETE);
    }

    @Override
    public SignInAnswer confirmWithPassword(Actor actor, Session session, String password, ClientNetwork network) {
        requireOwn(actor, session);
        return attempts.attempt(
                of(session, network, Stage.PASSWORD, false),
                () -> credentials.matches(session.holder(), password)
                        ? Optional.of(() -> passwordConfirmed(actor, session))
                        : Optional.empty());
    }

    private SignInAnswer passwordConfirmed(Actor actor, Session session) {
        var token = sessions.confirmPassword(session).orElseThrow(SignInDesk::ended);
        journal.record(actor, new PasswordConfirmed(session.holder(), session.id()));
        return new SignInAnswer.Opened(token, session.standing());
    }

    @Override
    public SignInAnswer changePassword(
            Actor actor, Session session, String current, String chosen, ClientNetwork network) {
        requireOwn(actor, session);
        actor.require(Permission.OWN_ACCOUNT);
        return attempts.attempt(
                of(session, network, Stage.PASSWORD, false),
                () -> credentials
                        .changeTo(session.holder(), current, chosen)
                        .map(hash -> () -> passwordChanged(actor, session, hash)));
    }

    private SignInAnswer passwordChanged(Actor actor, Session session, String hash) {
        credentials.set(session.holder(), hash);
        journal.record(actor, new PasswordSet(session.holder()));
        sessions.endAll(actor, session.holder(), session.id(), Code.of("password-set"));
        return passwordConfirmed(actor, session);
    }

    private static Attempt of(Session session, ClientNetwork network, Stage stage, boolean guessable) {
        return new Attempt(network, session.holder().value(), stage, session, guessable);
    }

    private static ProblemException ended() {
        return new ProblemException(PlatformProblem.SIGN_IN_NEEDED);
    }

    @Override
    public Optional<ActorAuthentication> resolve(Actor actor, String token) {
        return sessions.find(token);
    }

    @Override
    public void signOut(Actor actor, Session session) {
        requireOwn(actor, session);
        transactions.run(() -> {
            if (sessions.end(session.holder(), session.id())) {
                journal.record(actor, new SignedOut(session.holder(), session.id()));
            }
        });
    }

    @Override
    public List<Session> list(Actor actor) {
        return sessions.list(Holders.of(actor));
    }

    @Override
    public void end(Actor actor, UUID session) {
        var holder = Holders.of(actor);
        transactions.run(() -> {
            if (!sessions.end(holder, session)) {
                throw new ProblemException(PlatformProblem.NOT_FOUND);
            }
            journal.record(actor, new SessionsEnded(holder, List.of(session), Code.of("ended-by-holder")));
        });
    }

    private static void requireOwn(Actor actor, Session session) {
        if (!actor.id().equals(session.holder().toString())) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
    }
}

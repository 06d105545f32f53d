// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.access.AccessProblem;
import org.harborline.access.Factor;
import org.harborline.access.FactorKind;
import org.harborline.access.Factors;
import org.harborline.access.HolderId;
import org.harborline.access.PasskeyAnswer;
import org.harborline.access.Session;
import org.harborline.access.TotpEnrolment;
import org.harborline.access.facts.FactorEnrolled;
import org.harborline.access.facts.FactorRemoved;
import org.harborline.access.facts.RecoveryCodesMade;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Mode;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.springframework.stereotype.Component;

/// Adds and removes second factors of the own account.
@Component
class FactorDesk implements Factors {

    private static final int RECOVERY_CODES = 10;
    private static final int MOST_FACTORS = 10;

    private final FactorTable table;
    private final Enrolling enrolling;
    private final OpenSessions sessions;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;
    private final Mode mode;

    FactorDesk(
            FactorTable table,
            Enrolling enrolling,
            OpenSessions sessions,
            Journal journal,
            Transactions transactions,
            Clock clock,
            Mode mode) {
        this.table = table;
        this.enrolling = enrolling;
        this.sessions = sessions;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
        this.mode = mode;
    }

    @Override
    public List<Factor> list(Actor actor) {
        return table.active(own(actor));
    }

    @Override
    public int recoveryCodes(Actor actor) {
        return table.recoveryCodes(own(actor));
    }

    private static HolderId own(Actor actor) {
        actor.require(Permission.OWN_ACCOUNT);
        return Holders.of(actor);
    }

    @Override
    public TotpEnrolment beginTotp(Actor actor) {
        var holder = own(actor);
        requireRoom(holder);
        var factor = enrolling.newTotp(holder);
        transactions.run(() -> table.beginTotp(factor, clock.instant()));
        return shown(factor);
    }

    @Override
    public TotpEnrolment pendingTotp(Actor actor, UUID factor) {
        return shown(pending(own(actor), factor));
    }

    private TotpEnrolment shown(FactorTable.Totp factor) {
        var secret = enrolling.secret(factor);
        var label = URLEncoder.encode(enrolling.signInName(factor.holder()), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return new TotpEnrolment(
                factor.id(), secret, "otpauth://totp/Harborline:" + label + "?secret=" + secret + "&issuer=Harborline");
    }

    private FactorTable.Totp pending(HolderId holder, UUID factor) {
        return table.pendingTotp(holder, factor).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    @Override
    public List<String> confirmTotp(Actor actor, Session session, UUID factor, String code) {
        var holder = own(actor);
        var pending = pending(holder, factor);
        return transactions.write(() -> {
            AccessProblem.CODE_WRONG.unless(
                    enrolling.confirm(pending, code.strip().replace(" ", "")));
            return enrolled(actor, session, factor, FactorKind.TOTP);
        });
    }

    @Override
    public String beginPasskey(Actor actor, Session session, String origin) {
        requireRoom(own(actor));
        return enrolling.askNewPasskey(session, origin);
    }

    private void requireRoom(HolderId holder) {
        AccessProblem.TOO_MANY_FACTORS.unless(table.active(holder).size() < MOST_FACTORS, MOST_FACTORS);
    }

    @Override
    public List<String> confirmPasskey(Actor actor, Session session, PasskeyAnswer answer) {
        own(actor);
        return transactions.write(() -> {
            var factor = enrolling
                    .addPasskey(session, answer)
                    .orElseThrow(() -> new ProblemException(AccessProblem.PASSKEY_REFUSED));
            return enrolled(actor, session, factor, FactorKind.PASSKEY);
        });
    }

    private List<String> enrolled(Actor actor, Session session, UUID factor, FactorKind kind) {
        var holder = session.holder();
        sessions.confirmEnrolment(session);
        journal.record(actor, new FactorEnrolled(holder, factor, kind));
        return table.recoveryCodes(holder) == 0 && table.active(holder).size() == 1
                ? newRecoveryCodes(actor, holder)
                : List.of();
    }

    @Override
    public String askPasskey(Actor actor, Session session, String origin) {
        // Asked before anything is allowed; the session itself is the permission.
        if (!Holders.of(actor).equals(session.holder())) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return enrolling.askPasskey(session, origin);
    }

    @Override
    public List<String> makeRecoveryCodes(Actor actor) {
        var holder = own(actor);
        return transactions.write(() -> newRecoveryCodes(actor, holder));
    }

    private List<String> newRecoveryCodes(Actor actor, HolderId holder) {
        var codes =
                Stream.generate(enrolling::recoveryCode).limit(RECOVERY_CODES).toList();
        table.replaceRecoveryCodes(holder, codes.stream().map(Secrets::hash).toList(), clock.instant());
        journal.record(actor, new RecoveryCodesMade(holder, codes.size()));
        return codes;
    }

    @Override
    public void remove(Actor actor, UUID factor) {
        var holder = own(actor);
        transactions.run(() -> {
            if (!table.remove(holder, factor)) {
                throw new ProblemException(PlatformProblem.NOT_FOUND);
            }
            if (table.active(holder).isEmpty()) {
                AccessProblem.LAST_FACTOR.unless(mode == Mode.SANDBOX);
                table.removeAll(holder);
            }
            journal.record(actor, new FactorRemoved(holder, factor));
        });
    }
}

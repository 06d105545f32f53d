// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.harborline.registry.Attention;
import org.harborline.registry.CheckItem;
import org.harborline.registry.ProviderId;
import org.harborline.registry.RegistryProblem;
import org.harborline.registry.Standing;
import org.harborline.registry.Verifications;
import org.harborline.registry.Verifying;
import org.harborline.registry.facts.AgreementDropped;
import org.harborline.registry.facts.AgreementEntered;
import org.harborline.registry.facts.CheckReopened;
import org.harborline.registry.facts.CompanyApproved;
import org.harborline.registry.facts.CompanyChecked;
import org.harborline.registry.facts.StandingChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checks companies, and lets two people agree. Every command moves the company's version on first, which keeps its
/// row:
/// two of them at once are one after the other, and the second sees what the first did.
@Component
class VerificationDesk implements Verifications {

    private static final int LONGEST_NOTE = 1000;

    private final VerificationTable table;
    private final VerificationViews views;
    private final AttentionTable attention;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;

    VerificationDesk(
            VerificationTable table,
            VerificationViews views,
            AttentionTable attention,
            Journal journal,
            Transactions transactions,
            Clock clock) {
        this.table = table;
        this.views = views;
        this.attention = attention;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Verifying of(Actor actor, ProviderId provider) {
        Keepers.requireReader(actor, provider);
        return views.of(provider);
    }

    @Override
    public Verifying opened(Actor actor, ProviderId provider) {
        actor.require(Permission.REGISTRY_READ);
        return transactions.write(() -> views.opened(actor, provider));
    }

    @Override
    public Attention attention(Actor actor) {
        actor.require(Permission.REGISTRY_READ);
        return attention.at(clock.instant());
    }

    @Override
    public void check(Actor actor, ProviderId provider, CheckItem item, String note, long version) {
        actor.require(Permission.REGISTRY_CHANGE);
        requireText(note);
        turn(provider, version, company -> {
            table.check(
                    provider,
                    item,
                    new VerificationTable.Check(actor.id(), clock.instant(), views.seal(actor, provider, item, note)));
            journal.record(actor, new CompanyChecked(provider, item));
            return company.standing();
        });
    }

    @Override
    public void reopen(Actor actor, ProviderId provider, CheckItem item, long version) {
        actor.require(Permission.REGISTRY_CHANGE);
        turn(provider, version, company -> {
            reopened(actor, provider, item, company.standing());
            return company.standing();
        });
    }

    /// In the caller's transaction.
    void reopened(Actor actor, ProviderId provider, CheckItem item, Standing standing) {
        if (table.reopen(provider, item)) {
            journal.record(actor, new CheckReopened(provider, item));
            if (standing == Standing.UNVERIFIED) {
                table.withdrawApprovals(provider);
            }
        }
    }

    @Override
    public void agree(
            Actor actor, ProviderId provider, String reference, LocalDate firstDay, @Nullable LocalDate lastDay) {
        actor.require(Permission.REGISTRY_CHANGE);
        requireText(reference);
        RegistryProblem.ENDS_BEFORE_IT_BEGINS.unless(lastDay == null || !lastDay.isBefore(firstDay));
        UUID id = Ids.next();
        transactions.run(() -> {
            var sealed = views.seal(actor, provider, id, reference);
            table.agree(provider, new VerificationTable.Agreement(id, firstDay, lastDay, sealed));
            journal.record(actor, new AgreementEntered(provider, id));
        });
    }

    @Override
    public void dropAgreement(Actor actor, ProviderId provider, UUID agreement) {
        actor.require(Permission.REGISTRY_CHANGE);
        transactions.run(() -> {
            if (!table.dropAgreement(provider, agreement)) {
                throw new ProblemException(PlatformProblem.NOT_FOUND);
            }
            journal.record(actor, new AgreementDropped(provider, agreement));
        });
    }

    @Override
    public void approve(Actor actor, ProviderId provider, long version) {
        actor.require(Permission.PROVIDER_APPROVE);
        turn(provider, version, company -> {
            RegistryProblem.STANDING_OTHER.unless(company.standing() == Standing.UNVERIFIED);
            RegistryProblem.CHECKS_OPEN.unless(views.of(provider).complete(today()));
            RegistryProblem.APPROVED_ALREADY.unless(table.approve(provider, actor.id(), clock.instant()));
            int approvals = table.approvals(provider).size();
            journal.record(actor, new CompanyApproved(provider, approvals));
            return approvals < Verifying.APPROVERS
                    ? Standing.UNVERIFIED
                    : moved(actor, provider, Standing.UNVERIFIED, Standing.VERIFIED);
        });
    }

    @Override
    public void suspend(Actor actor, ProviderId provider, long version) {
        actor.require(Permission.REGISTRY_CHANGE);
        turn(provider, version, company -> {
            RegistryProblem.STANDING_OTHER.unless(company.standing() != Standing.SUSPENDED);
            table.withdrawApprovals(provider);
            return moved(actor, provider, company.standing(), Standing.SUSPENDED);
        });
    }

    @Override
    public void resume(Actor actor, ProviderId provider, long version) {
        actor.require(Permission.REGISTRY_CHANGE);
        turn(provider, version, company -> {
            RegistryProblem.STANDING_OTHER.unless(company.standing() == Standing.SUSPENDED);
            return moved(actor, provider, Standing.SUSPENDED, Standing.UNVERIFIED);
        });
    }

    private Standing moved(Actor actor, ProviderId provider, Standing from, Standing to) {
        Fact fact = new StandingChanged(provider, from, to);
        journal.record(actor, fact);
        return to;
    }

    /// Changes a company as it was shown to the actor. The row is kept from the first look on: a company that moved on
    /// meanwhile is told from one that does not exist.
    void turn(ProviderId provider, long version, Turn change) {
        transactions.run(() -> {
            var company = table.company(provider).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
            requireUnchanged(company.version() == version && table.turn(provider, version, company.standing()));
            Standing standing = change.apply(company);
            if (standing != company.standing()) {
                requireUnchanged(table.turn(provider, version + 1, standing));
            }
        });
    }

    private static void requireUnchanged(boolean done) {
        if (!done) {
            throw new ProblemException(PlatformProblem.CHANGED_MEANWHILE);
        }
    }

    /// What a command does to a company whose row it keeps.
    interface Turn {
        Standing apply(VerificationTable.Company company);
    }

    private static void requireText(String note) {
        RegistryProblem.NOTE_LENGTH.unless(!note.isBlank() && note.length() <= LONGEST_NOTE, LONGEST_NOTE);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.harborline.journal.Fact;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Mode;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.harborline.registry.Credential;
import org.harborline.registry.CredentialId;
import org.harborline.registry.CredentialScope;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.IssuedCredential;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.harborline.registry.RegistryProblem;
import org.harborline.registry.ReplaceCredential;
import org.harborline.registry.Standing;
import org.harborline.registry.facts.CredentialIssued;
import org.harborline.registry.facts.CredentialReplaced;
import org.harborline.registry.facts.CredentialRevoked;
import org.harborline.registry.facts.CredentialsStopped;
import org.springframework.stereotype.Component;

/// Makes and ends what providers sign in with.
@Component
class CredentialDesk {

    private static final String ASKED = "-questions";

    private final CredentialTable table;
    private final ProviderTable providers;
    private final Secrets secrets;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;
    private final Mode mode;

    CredentialDesk(
            CredentialTable table,
            ProviderTable providers,
            Secrets secrets,
            Journal journal,
            Transactions transactions,
            Clock clock,
            Mode mode) {
        this.table = table;
        this.providers = providers;
        this.secrets = secrets;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
        this.mode = mode;
    }

    List<Credential> list(Actor actor, ProviderId provider) {
        Keepers.requireReader(actor, provider);
        return table.of(provider);
    }

    IssuedCredential issue(Actor actor, IssueCredential command) {
        Keepers.requireKeeper(actor, command.provider());
        Provider provider = providers.find(List.of(command.provider())).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        requireAllowed(provider, command);
        return transactions.write(() -> make(actor, command, Credential.Life.until(command.expiresAt())));
    }

    /// A suspended company gets none; in production one that files is for companies that have gone live. Filing by
    /// hand and the credentials that are there go on.
    private void requireAllowed(Provider provider, IssueCredential command) {
        boolean files = command.scope().files() && mode == Mode.PRODUCTION;
        RegistryProblem.SUSPENDED.unless(provider.standing() != Standing.SUSPENDED);
        RegistryProblem.NOT_LIVE.unless(!files || provider.standing() == Standing.LIVE);
        RegistryProblem.SERVICE_UNKNOWN.unless(command.service() == null
                || provider.services().stream().anyMatch(one -> one.name().equals(command.service())));
    }

    private IssuedCredential make(Actor actor, IssueCredential command, Credential.Life life) {
        String secret = secrets.newSecret(mode);
        var credential = new Credential(
                new CredentialId(Ids.next()),
                command.provider(),
                secrets.newUserName(mode),
                command.service(),
                command.scope(),
                clock.instant(),
                actor.id(),
                life);
        if (!table.insert(credential, secrets.hash(secret))) {
            throw new IllegalStateException("a random user name came twice");
        }
        journal.record(actor, new CredentialIssued(credential.provider(), credential.id(), credential.readOnly()));
        return new IssuedCredential(credential.id(), credential.userName(), secret);
    }

    /// Both open until the chosen instant. Not asked of the company's standing: whoever can file goes on filing.
    IssuedCredential replace(Actor actor, ReplaceCredential command) {
        Credential old = kept(actor, command.credential());
        Instant now = clock.instant();
        RegistryProblem.OVERLAP.unless(
                !command.until().isBefore(now)
                        && !command.until().isAfter(now.plus(Duration.ofDays(ReplaceCredential.LONGEST_DAYS))),
                ReplaceCredential.LONGEST_DAYS);
        return transactions.write(() -> {
            RegistryProblem.CREDENTIAL_ENDED.unless(table.endBy(old.id(), command.until(), now));
            var successor = make(
                    actor,
                    new IssueCredential(old.provider(), old.service(), old.scope(), command.expiresAt()),
                    new Credential.Life(command.expiresAt(), null, null, old.id()));
            journal.record(actor, new CredentialReplaced(old.provider(), old.id(), successor.id(), command.until()));
            return successor;
        });
    }

    /// The named exception to secrets made by the server: the credentials of the sample providers, whose secrets are
    /// their names and which open in a sandbox only. One files and says where news goes; another reads what the
    /// company is asked, because none does both.
    ///
    /// @return the facts for the caller to record
    List<Fact> allowSamples(Actor actor, List<Provider> samples) {
        var facts = new ArrayList<Fact>();
        var rows = new ArrayList<CredentialTable.Sample>();
        for (Provider provider : samples) {
            // the one that files is the newer, and so first in every list
            for (Credential credential : List.of(
                    sample(actor, provider, provider.code() + ASKED, CredentialScope.QUESTIONS),
                    sample(actor, provider, provider.code(), CredentialScope.FILE_AND_WEBHOOKS))) {
                rows.add(new CredentialTable.Sample(credential, secrets.hash(credential.userName())));
                facts.add(new CredentialIssued(provider.id(), credential.id(), credential.readOnly()));
            }
        }
        table.insertSamples(rows);
        return facts;
    }

    private Credential sample(Actor actor, Provider provider, String name, CredentialScope scope) {
        return new Credential(
                new CredentialId(Ids.next()),
                provider.id(),
                name,
                null,
                scope,
                clock.instant(),
                actor.id(),
                Credential.Life.until(null));
    }

    void revoke(Actor actor, CredentialId id) {
        Credential credential = kept(actor, id);
        transactions.run(() -> {
            if (table.revoke(id, clock.instant())) {
                journal.record(actor, new CredentialRevoked(credential.provider(), id));
            }
        });
    }

    /// The kill switch: everything of the company is refused from the next call on.
    int revokeAll(Actor actor, ProviderId provider) {
        Keepers.requireKeeper(actor, provider);
        return transactions.write(() -> {
            List<CredentialId> ended = table.revokeAll(provider, clock.instant());
            if (!ended.isEmpty()) {
                providers.stopped(provider, clock.instant());
                ended.forEach(id -> journal.record(actor, new CredentialRevoked(provider, id)));
                journal.record(actor, new CredentialsStopped(provider, ended.size()));
            }
            return ended.size();
        });
    }

    /// A credential that the actor may change; all others do not exist.
    private Credential kept(Actor actor, CredentialId id) {
        Credential found = table.find(id).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        Keepers.requireKeeper(actor, found.provider());
        return found;
    }
}

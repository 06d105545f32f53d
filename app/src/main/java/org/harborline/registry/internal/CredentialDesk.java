// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.harborline.journal.Fact;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Mode;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.harborline.registry.Credential;
import org.harborline.registry.CredentialId;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.IssuedCredential;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderCredential;
import org.harborline.registry.ProviderId;
import org.harborline.registry.facts.CredentialIssued;
import org.harborline.registry.facts.CredentialRevoked;
import org.springframework.stereotype.Component;

/// What providers sign in with. Nothing is remembered between two calls: revoking is one update, and the next look-up
/// sees it.
@Component
class CredentialDesk {

    private final CredentialTable table;
    private final Secrets secrets;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;
    private final Mode mode;

    CredentialDesk(
            CredentialTable table,
            Secrets secrets,
            Journal journal,
            Transactions transactions,
            Clock clock,
            Mode mode) {
        this.table = table;
        this.secrets = secrets;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
        this.mode = mode;
    }

    Optional<ProviderCredential> authenticate(String user, String secret) {
        if (user.indexOf('\0') >= 0) {
            // PostgreSQL has no text with NUL; such a name cannot exist.
            return Optional.empty();
        }
        var stored = table.find(user);
        boolean right = stored.map(found -> secrets.matches(secret, found.secretHash()))
                .orElseGet(() -> secrets.matchesNobody(secret));
        return right ? stored.filter(this::opens).map(CredentialTable.Stored::credential) : Optional.empty();
    }

    private boolean opens(CredentialTable.Stored stored) {
        return stored.valid(clock.instant()) && (mode == Mode.SANDBOX || !stored.sandboxOnly());
    }

    List<Credential> list(Actor actor, ProviderId provider) {
        if (!provider.ref().equals(actor.party())) {
            actor.require(Permission.REGISTRY_READ);
        }
        return table.of(provider);
    }

    IssuedCredential issue(Actor actor, IssueCredential command) {
        actor.require(Permission.REGISTRY_CHANGE);
        String secret = secrets.newSecret();
        var credential = new Credential(
                new CredentialId(Ids.next()),
                command.provider(),
                secrets.newUserName(),
                command.readOnly(),
                clock.instant(),
                actor.id(),
                command.expiresAt(),
                null);
        transactions.run(() -> store(actor, credential, secret));
        return new IssuedCredential(credential.id(), credential.userName(), secret);
    }

    /// The named exception to secrets made by the server: the credentials of the sample providers, whose secrets are
    /// their names and which open in a sandbox only.
    ///
    /// @return the facts for the caller to record
    List<Fact> allowSamples(Actor actor, List<Provider> providers) {
        var facts = new ArrayList<Fact>();
        var rows = new ArrayList<CredentialTable.Sample>();
        for (Provider provider : providers) {
            var credential = new Credential(
                    new CredentialId(Ids.next()),
                    provider.id(),
                    provider.code(),
                    false,
                    clock.instant(),
                    actor.id(),
                    null,
                    null);
            rows.add(new CredentialTable.Sample(credential, secrets.hash(provider.code())));
            facts.add(new CredentialIssued(provider.id(), credential.id(), false));
        }
        table.insertSamples(rows);
        return facts;
    }

    private void store(Actor actor, Credential credential, String secret) {
        if (!table.insert(credential, secrets.hash(secret))) {
            throw new IllegalStateException("a random user name came twice");
        }
        journal.record(actor, new CredentialIssued(credential.provider(), credential.id(), credential.readOnly()));
    }

    void revoke(Actor actor, CredentialId id) {
        actor.require(Permission.REGISTRY_CHANGE);
        transactions.run(() -> table.revoke(id, clock.instant())
                .ifPresentOrElse(
                        provider -> journal.record(actor, new CredentialRevoked(provider, id)),
                        () -> requireKnown(id)));
    }

    private void requireKnown(CredentialId id) {
        if (!table.exists(id)) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.harborline.registry.ChangeProvider;
import org.harborline.registry.CheckItem;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.harborline.registry.RegisterProvider;
import org.harborline.registry.RegistryProblem;
import org.harborline.registry.Standing;
import org.harborline.registry.facts.ProviderChanged;
import org.harborline.registry.facts.ProviderRegistered;
import org.springframework.stereotype.Component;

/// Providers and their services.
@Component
class ProviderDesk {

    private final ProviderTable table;
    private final ContactBook contacts;
    private final Journal journal;
    private final Transactions transactions;
    private final VerificationDesk verifications;

    ProviderDesk(
            ProviderTable table,
            ContactBook contacts,
            Journal journal,
            Transactions transactions,
            VerificationDesk verifications) {
        this.table = table;
        this.contacts = contacts;
        this.journal = journal;
        this.transactions = transactions;
        this.verifications = verifications;
    }

    Map<ProviderId, Provider> find(Actor actor, Collection<ProviderId> ids) {
        var visible = ids.stream()
                .filter(id -> actor.may(Permission.REGISTRY_READ) || id.ref().equals(actor.party()))
                .toList();
        return visible.isEmpty()
                ? Map.of()
                : table.find(visible).stream().collect(Collectors.toMap(Provider::id, provider -> provider));
    }

    List<Provider> list(Actor actor) {
        actor.require(Permission.REGISTRY_READ);
        var ids = table.ids();
        var providers = find(actor, ids);
        return ids.stream().filter(providers::containsKey).map(providers::get).toList();
    }

    ProviderId register(Actor actor, RegisterProvider command) {
        actor.require(Permission.REGISTRY_CHANGE);
        var provider = new Provider(
                new ProviderId(Ids.next()),
                command.code(),
                command.name(),
                command.services(),
                Set.of(),
                false,
                Standing.UNVERIFIED,
                false,
                1);
        return transactions.write(() -> {
            if (table.insertMissing(List.of(provider)).isEmpty()) {
                throw new ProblemException(RegistryProblem.CODE_TAKEN);
            }
            table.insertOfferings(Map.of(provider.id(), command.services()));
            contacts.open(actor, provider.id().ref(), List.of());
            journal.record(actor, new ProviderRegistered(provider.id(), false));
            return provider.id();
        });
    }

    /// The company itself changes its services; its name is what was checked, and ours to change.
    void change(Actor actor, ChangeProvider command) {
        Keepers.requireKeeper(actor, command.id());
        transactions.run(() -> {
            Provider stored = table.find(List.of(command.id())).stream()
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
            String name = Keepers.owns(actor, stored.id()) ? stored.name() : command.name();
            if (stored.version() != command.version() || !table.change(stored.id(), command.version(), name)) {
                throw new ProblemException(PlatformProblem.CHANGED_MEANWHILE);
            }
            table.removeOfferings(command.id());
            table.insertOfferings(Map.of(command.id(), command.services()));
            if (!domains(stored.services()).equals(domains(command.services()))) {
                verifications.reopened(actor, stored.id(), CheckItem.DOMAIN_CONTROL, stored.standing());
            }
            journal.record(actor, new ProviderChanged(command.id(), command.version() + 1));
        });
    }

    void read(Actor actor, ProviderId id, long version, boolean lenient) {
        actor.require(Permission.REGISTRY_CHANGE);
        transactions.run(() -> {
            if (table.find(List.of(id)).isEmpty()) {
                throw new ProblemException(PlatformProblem.NOT_FOUND);
            }
            if (!table.read(id, version, lenient)) {
                throw new ProblemException(PlatformProblem.CHANGED_MEANWHILE);
            }
            journal.record(actor, new ProviderChanged(id, version + 1));
        });
    }

    /// Another domain is one that nobody has looked at.
    private static Set<String> domains(List<Provider.Offering> services) {
        return services.stream().map(Provider.Offering::domain).collect(Collectors.toUnmodifiableSet());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Transactions;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.PutContact;
import org.harborline.registry.facts.ContactChanged;
import org.harborline.registry.facts.ContactChecked;
import org.harborline.vault.Compartment;
import org.harborline.vault.FieldId;
import org.harborline.vault.RecordKey;
import org.harborline.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Seals and opens contact points. Each organisation has one key, made when it is registered.
@Component
class ContactBook {

    private static final FieldId DETAILS = new FieldId("registry.contact-details");
    private static final int HIGHEST_RANK = 99;

    private final ContactTable table;
    private final Vault vault;
    private final Journal journal;
    private final Transactions transactions;
    private final JsonMapper json;
    private final Clock clock;

    ContactBook(
            ContactTable table, Vault vault, Journal journal, Transactions transactions, JsonMapper json, Clock clock) {
        this.table = table;
        this.vault = vault;
        this.journal = journal;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /// Makes the key of a new organisation and, if there are any, its first contact points; in the caller's
    /// transaction.
    void open(Actor actor, RecordRef organisation, List<PutContact> contacts) {
        RecordKey key = vault.create(actor, organisation, Compartment.CONTACT);
        table.insert(contacts.stream().map(contact -> seal(key, contact)).toList());
    }

    Map<RecordRef, List<ContactPoint>> read(Actor actor, Collection<RecordRef> organisations) {
        boolean own = organisations.stream().allMatch(organisation -> organisation.equals(actor.party()));
        if (!own) {
            actor.require(Permission.REGISTRY_READ);
        }
        return transactions.write(() -> opened(actor, organisations));
    }

    private Map<RecordRef, List<ContactPoint>> opened(Actor actor, Collection<RecordRef> organisations) {
        var stored = table.find(List.copyOf(java.util.Set.copyOf(organisations)));
        var holders = stored.stream()
                .map(ContactTable.Stored::organisation)
                .distinct()
                .toList();
        var keys = keys(actor, holders);
        var result = new HashMap<RecordRef, List<ContactPoint>>();
        for (ContactTable.Stored contact : stored) {
            RecordKey key = keys.get(contact.organisation());
            if (key != null) {
                result.computeIfAbsent(contact.organisation(), _ -> new ArrayList<>())
                        .add(unseal(key, contact));
            }
        }
        return result;
    }

    /// For people each opening is a fact of its own, so keys are opened one by one; there are one or two of them.
    private Map<RecordRef, RecordKey> keys(Actor actor, List<RecordRef> organisations) {
        if (!actor.isPerson()) {
            return vault.openAll(actor, organisations, Compartment.CONTACT);
        }
        var keys = new HashMap<RecordRef, RecordKey>();
        for (RecordRef organisation : organisations) {
            vault.open(actor, organisation, Compartment.CONTACT).ifPresent(key -> keys.put(organisation, key));
        }
        return keys;
    }

    void put(Actor actor, PutContact command) {
        requireKeeper(actor, command.organisation());
        if (command.rank() < 1 || command.rank() > HIGHEST_RANK) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
        transactions.run(() -> {
            RecordKey key = vault.open(actor, command.organisation(), Compartment.CONTACT)
                    .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
            table.clear(command.organisation(), command.kind(), command.rank());
            table.insert(List.of(seal(key, command)));
            journal.record(actor, new ContactChanged(command.organisation(), command.kind(), true));
        });
    }

    void remove(Actor actor, RecordRef organisation, UUID contact) {
        requireKeeper(actor, organisation);
        transactions.run(() -> {
            var kind = table.remove(organisation, contact)
                    .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
            journal.record(actor, new ContactChanged(organisation, kind, table.holds(organisation, kind)));
        });
    }

    /// Notes that it was reached today.
    void check(Actor actor, RecordRef organisation, UUID contact) {
        requireKeeper(actor, organisation);
        transactions.run(() -> {
            var kind = table.check(organisation, contact, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
            journal.record(actor, new ContactChecked(organisation, kind));
        });
    }

    /// A company keeps its own; an officer does not keep those of the agency.
    private static void requireKeeper(Actor actor, RecordRef organisation) {
        boolean own = actor.kind() == ActorKind.PROVIDER && organisation.equals(actor.party());
        actor.require(own ? Permission.COMPANY_KEEP : Permission.REGISTRY_CHANGE);
    }

    private ContactTable.Stored seal(RecordKey key, PutContact contact) {
        UUID id = Ids.next();
        return new ContactTable.Stored(
                id,
                contact.organisation(),
                contact.kind(),
                contact.rank(),
                key.seal(DETAILS, id.toString(), json.writeValueAsString(contact.details())),
                contact.verifiedOn());
    }

    private ContactPoint unseal(RecordKey key, ContactTable.Stored contact) {
        String clear = key.open(DETAILS, contact.id().toString(), contact.details());
        return new ContactPoint(
                contact.id(),
                contact.kind(),
                contact.rank(),
                json.readValue(clear, ContactPoint.Details.class),
                contact.verifiedOn());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Transactions;
import org.harborline.triage.NewRotaContact;
import org.harborline.triage.RotaContact;
import org.harborline.triage.TriageProblem;
import org.harborline.triage.facts.RotaChanged;
import org.harborline.vault.Compartment;
import org.harborline.vault.FieldId;
import org.harborline.vault.RecordKey;
import org.harborline.vault.SealedText;
import org.harborline.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who is paged, by step and time of duty.
@Component
class DutyRota {

    private static final FieldId NAME = new FieldId("triage.rota-name");
    private static final FieldId MAIL = new FieldId("triage.rota-mail");
    private static final FieldId WEBHOOK = new FieldId("triage.rota-webhook");
    private static final FieldId SECRET = new FieldId("triage.rota-secret");
    private static final Actor ACTOR = Actor.system("duty-rota");
    private static final String ROW = "-";
    private static final int SECRET_BYTES = 32;

    private final RotaTable table;
    private final Vault vault;
    private final PageWays ways;
    private final Journal journal;
    private final Transactions transactions;
    private final SecureRandom random;
    private final Clock clock;

    DutyRota(
            RotaTable table,
            Vault vault,
            PageWays ways,
            Journal journal,
            Transactions transactions,
            SecureRandom random,
            Clock clock) {
        this.table = table;
        this.vault = vault;
        this.ways = ways;
        this.journal = journal;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    /// Who is to be paged in a round: those on duty up to the round's step. With nobody on duty everybody is paged,
    /// because a gap in the rota must not be a gap in the night. Who cannot be reached is not counted.
    List<UUID> toPage(int round, Instant at) {
        List<RotaTable.SealedContact> all = reachable();
        List<UUID> onDuty = ids(all, contact -> contact.step() <= round && onDuty(contact, at));
        if (!onDuty.isEmpty()) {
            return onDuty;
        }
        List<UUID> laterSteps = ids(all, contact -> onDuty(contact, at));
        return laterSteps.isEmpty() ? ids(all, _ -> true) : laterSteps;
    }

    /// Whether anybody on the rota can be reached.
    boolean reachesSomebody() {
        return !reachable().isEmpty();
    }

    /// Whether somebody of them is on duty. Otherwise all are paged.
    boolean reachesSomebodyOnDuty(Instant at) {
        return reachable().stream().anyMatch(contact -> onDuty(contact, at));
    }

    /// Addresses are opened for this only where no mail goes out and all rests on webhooks.
    private List<RotaTable.SealedContact> reachable() {
        List<RotaTable.SealedContact> all = table.all();
        if (ways.mails()) {
            return all;
        }
        List<RotaTable.SealedContact> hooked =
                all.stream().filter(contact -> contact.webhook() != null).toList();
        Map<RecordRef, RecordKey> keys = keys(ACTOR, hooked);
        return hooked.stream()
                .filter(contact -> {
                    RecordKey key = keys.get(ref(contact.id()));
                    return key != null && reachable(openOrNull(key, WEBHOOK, contact.webhook()));
                })
                .toList();
    }

    private boolean reachable(@Nullable String webhook) {
        return ways.mails() || (webhook != null && ways.calls(webhook));
    }

    private static boolean onDuty(RotaTable.SealedContact contact, Instant at) {
        return (contact.startsAt() == null || !contact.startsAt().isAfter(at))
                && (contact.endsAt() == null || contact.endsAt().isAfter(at));
    }

    private static List<UUID> ids(List<RotaTable.SealedContact> contacts, Predicate<RotaTable.SealedContact> which) {
        return contacts.stream().filter(which).map(RotaTable.SealedContact::id).toList();
    }

    /// The rota in clear. When a person asks, the openings are journalled.
    List<RotaContact> open(Actor actor) {
        return transactions.write(() -> {
            List<RotaTable.SealedContact> sealed = table.all();
            Map<RecordRef, RecordKey> keys = keys(actor, sealed);
            var rota = new ArrayList<RotaContact>();
            for (RotaTable.SealedContact contact : sealed) {
                RecordKey key = keys.get(ref(contact.id()));
                if (key != null) {
                    rota.add(open(contact, key));
                }
            }
            return rota;
        });
    }

    private Map<RecordRef, RecordKey> keys(Actor actor, Collection<RotaTable.SealedContact> sealed) {
        List<RecordRef> refs = sealed.stream().map(contact -> ref(contact.id())).toList();
        return refs.isEmpty() ? Map.of() : vault.openAll(actor, refs, Compartment.CONTACT);
    }

    private RotaContact open(RotaTable.SealedContact contact, RecordKey key) {
        String webhook = openOrNull(key, WEBHOOK, contact.webhook());
        return new RotaContact(
                contact.id(),
                contact.step(),
                contact.startsAt(),
                contact.endsAt(),
                key.open(NAME, ROW, contact.name()),
                key.open(MAIL, ROW, contact.mail()),
                webhook,
                openOrNull(key, SECRET, contact.secret()),
                contact.language(),
                reachable(webhook));
    }

    private static @Nullable String openOrNull(RecordKey key, FieldId field, @Nullable SealedText sealed) {
        return sealed == null ? null : key.open(field, ROW, sealed);
    }

    /// Puts somebody on the rota, unless they count on a webhook that is never called.
    UUID add(Actor actor, NewRotaContact contact) {
        if (contact.webhook() != null && !ways.calls(contact.webhook())) {
            throw new ProblemException(TriageProblem.WEBHOOK_NOT_CALLED);
        }
        return transactions.write(() -> {
            UUID id = Ids.next();
            RecordKey key = vault.create(actor, ref(id), Compartment.CONTACT);
            String webhook = contact.webhook();
            table.insert(
                    new RotaTable.SealedContact(
                            id,
                            contact.step(),
                            contact.startsAt(),
                            contact.endsAt(),
                            key.seal(NAME, ROW, contact.name()),
                            key.seal(MAIL, ROW, contact.mail()),
                            webhook == null ? null : key.seal(WEBHOOK, ROW, webhook),
                            webhook == null ? null : key.seal(SECRET, ROW, newSecret()),
                            contact.language()),
                    clock.instant());
            journal.record(actor, new RotaChanged(id, true));
            return id;
        });
    }

    private String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    void remove(Actor actor, UUID contact) {
        transactions.run(() -> {
            if (!table.remove(contact, clock.instant())) {
                throw new ProblemException(PlatformProblem.NOT_FOUND);
            }
            journal.record(actor, new RotaChanged(contact, false));
        });
    }

    private static RecordRef ref(UUID contact) {
        return RecordRef.of("rota-contact", contact);
    }
}

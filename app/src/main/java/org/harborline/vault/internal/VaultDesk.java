// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Keyset;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Transactions;
import org.harborline.vault.BlindKey;
import org.harborline.vault.Compartment;
import org.harborline.vault.FieldId;
import org.harborline.vault.RecordKey;
import org.harborline.vault.SealedText;
import org.harborline.vault.Vault;
import org.harborline.vault.VaultProblem;
import org.harborline.vault.facts.HoldReleased;
import org.harborline.vault.facts.RecordHeld;
import org.harborline.vault.facts.RecordOpened;
import org.springframework.stereotype.Component;

/// The vault as the other modules use it.
@Component
class VaultDesk implements Vault {

    private final RecordKeyTable keys;
    private final HoldTable holds;
    private final Keyset keyset;
    private final Journal journal;
    private final Transactions transactions;
    private final SecureRandom random;
    private final Clock clock;

    VaultDesk(
            RecordKeyTable keys,
            HoldTable holds,
            Keyset keyset,
            Journal journal,
            Transactions transactions,
            SecureRandom random,
            Clock clock) {
        this.keys = keys;
        this.holds = holds;
        this.keyset = keyset;
        this.journal = journal;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public RecordKey create(Actor actor, RecordRef record, Compartment compartment) {
        NewKey key = prepare(actor, record, compartment);
        key.store();
        return key;
    }

    @Override
    public NewKey prepare(Actor actor, RecordRef record, Compartment compartment) {
        DataKey key = DataKey.generate(record, random);
        String name = compartment.keyName();
        int version = keyset.wrappingVersion(name);
        String wrapped = key.wrap(name, keyset.wrapping(name));
        return new Prepared(key, new RecordKeyTable.Wrapped(record, name, version, wrapped));
    }

    @Override
    public void store(Collection<NewKey> prepared) {
        keys.insert(prepared.stream().map(key -> ((Prepared) key).wrapped).toList());
    }

    /// A key that waits to be stored.
    private final class Prepared implements NewKey {

        private final DataKey key;
        private final RecordKeyTable.Wrapped wrapped;

        private Prepared(DataKey key, RecordKeyTable.Wrapped wrapped) {
            this.key = key;
            this.wrapped = wrapped;
        }

        @Override
        public void store() {
            keys.insert(List.of(wrapped));
        }

        @Override
        public SealedText seal(FieldId field, String row, String clear) {
            return key.seal(field, row, clear);
        }

        @Override
        public String open(FieldId field, String row, SealedText sealed) {
            return key.open(field, row, sealed);
        }
    }

    @Override
    public Optional<RecordKey> open(Actor actor, RecordRef record, Compartment compartment) {
        return Optional.ofNullable(openAll(actor, List.of(record), compartment).get(record));
    }

    @Override
    public Map<RecordRef, RecordKey> openAll(Actor actor, Collection<RecordRef> records, Compartment compartment) {
        if (actor.isPerson() && actor.purpose() == null) {
            throw new ProblemException(PlatformProblem.PURPOSE_NEEDED);
        }
        var wrapped = keys.find(records, compartment.keyName());
        if (actor.isPerson() && !wrapped.isEmpty()) {
            Code name = Code.of(compartment.keyName());
            transactions.run(() -> journal.recordAll(
                    actor,
                    wrapped.keySet().stream()
                            .map(record -> new RecordOpened(record, name))
                            .toList()));
        }
        var wrapping = keyset.wrapping(compartment.keyName());
        var opened = new HashMap<RecordRef, RecordKey>();
        wrapped.forEach(
                (record, key) -> opened.put(record, DataKey.unwrap(record, compartment.keyName(), key, wrapping)));
        return opened;
    }

    @Override
    public BlindKey blind(String space, String normalised) {
        int version = keyset.blindingVersion();
        Keyset.Prf prf = keyset.blinding().get(version);
        if (prf == null) {
            throw new IllegalStateException("the keyset has no blinding key of its own version");
        }
        return new BlindKey(prf.of(bound(space, normalised)), version);
    }

    @Override
    public List<BlindKey> probes(String space, String normalised) {
        return keyset.blinding().entrySet().stream()
                .map(key -> new BlindKey(key.getValue().of(bound(space, normalised)), key.getKey()))
                .toList();
    }

    private static String bound(String space, String normalised) {
        return space + "\u0000" + normalised;
    }

    @Override
    public void hold(Actor actor, RecordRef record, Code reason) {
        actor.require(Permission.HOLD_PLACE);
        transactions.run(() -> {
            keep(actor, record);
            if (!holds.insert(actor, record, reason, clock.instant())) {
                throw new ProblemException(VaultProblem.ALREADY_HELD);
            }
            journal.record(actor, new RecordHeld(record, reason));
        });
    }

    @Override
    public void release(Actor actor, RecordRef record, Code reason) {
        actor.require(Permission.HOLD_PLACE);
        transactions.run(() -> {
            if (!holds.delete(record)) {
                throw new ProblemException(VaultProblem.NOT_HELD);
            }
            journal.record(actor, new HoldReleased(record, reason));
        });
    }

    @Override
    public Optional<Instant> heldSince(Actor actor, RecordRef record) {
        actor.require(Permission.REPORT_READ);
        return holds.since(record);
    }

    @Override
    public List<RecordRef> held(Actor actor, String kind) {
        actor.require(Permission.REPORT_READ);
        return holds.ofKind(kind);
    }

    @Override
    public Set<RecordRef> held(Actor actor, Collection<RecordRef> records) {
        actor.require(Permission.REPORT_READ);
        keys.lockAll(records);
        return holds.among(records);
    }

    @Override
    public void keep(Actor actor, RecordRef record) {
        keys.share(record);
        if (!keys.erased(List.of(record)).isEmpty()) {
            throw new ProblemException(VaultProblem.RECORD_ERASED);
        }
    }

    @Override
    public Set<RecordRef> erased(Actor actor, Collection<RecordRef> records) {
        actor.require(Permission.REPORT_READ);
        return keys.erased(records);
    }

    @Override
    public void destroy(Actor actor, Collection<RecordRef> records) {
        if (actor.isPerson()) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        keys.deleteUnheld(records);
    }
}

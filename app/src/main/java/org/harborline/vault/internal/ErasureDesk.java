// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.ProblemType;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Transactions;
import org.harborline.vault.Erasure;
import org.harborline.vault.ErasureParty;
import org.harborline.vault.ErasureReason;
import org.harborline.vault.Erasures;
import org.harborline.vault.VaultProblem;
import org.harborline.vault.facts.ErasureAsked;
import org.harborline.vault.facts.ErasureDeclined;
import org.harborline.vault.facts.RecordErased;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Erases records.
///
/// 1. One person asks. If it stops here a wish waits, and the record is whole.
/// 2. Another agrees. One transaction locks the keys, asks everybody who may object, destroys the keys and records the
/// fact. If it stops before the commit nothing happened; after it nothing sealed opens any more.
/// 3. Each module's follower removes its part and confirms in one transaction. If it stops here the fact is handed over
/// again, because cursor and removal commit together.
/// 4. [VaultFollower] counts the confirmations and signs the certificate with the last. If it stops here, as 3.
@Component
class ErasureDesk implements Erasures {

    /// Whatever else has keys ends with what it belongs to: a finding with its report, a contact with its agency.
    private static final String ERASABLE = "report";

    private final ErasureTable erasures;
    private final CertificateTable certificates;
    private final RecordKeyTable keys;
    private final HoldTable holds;
    private final ObjectProvider<ErasureParty> parties;
    private final Recording recording;

    ErasureDesk(
            ErasureTable erasures,
            CertificateTable certificates,
            RecordKeyTable keys,
            HoldTable holds,
            ObjectProvider<ErasureParty> parties,
            Recording recording) {
        this.erasures = erasures;
        this.certificates = certificates;
        this.keys = keys;
        this.holds = holds;
        this.parties = parties;
        this.recording = recording;
    }

    @Override
    public UUID ask(Actor actor, RecordRef record, ErasureReason reason) {
        requirePerson(actor);
        UUID id = Ids.next();
        recording.transactions().run(() -> {
            refuseUnlessErasable(record);
            if (!erasures.insert(
                    id, record, reason, actor.id(), recording.clock().instant())) {
                throw new ProblemException(VaultProblem.ERASURE_WAITS);
            }
            recording.journal().record(actor, new ErasureAsked(id, record, reason.code()));
        });
        return id;
    }

    @Override
    public void answer(Actor actor, UUID id, boolean agreed) {
        requirePerson(actor);
        recording.transactions().run(() -> {
            Erasure asked = erasures.find(id).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
            if (asked.state() != Erasure.State.ASKED) {
                throw new ProblemException(PlatformProblem.CHANGED_MEANWHILE);
            }
            if (asked.askedBy().equals(actor.id())) {
                throw new ProblemException(VaultProblem.ERASURE_NEEDS_ANOTHER);
            }
            if (agreed) {
                erase(actor, asked);
            } else {
                answered(actor, asked, Erasure.State.DECLINED, List.of());
                recording
                        .journal()
                        .record(
                                actor,
                                new ErasureDeclined(
                                        id, asked.record(), asked.reason().code()));
            }
        });
    }

    private void erase(Actor actor, Erasure asked) {
        RecordRef record = asked.record();
        refuseUnlessErasable(record);
        List<String> confirmers =
                parties.orderedStream().map(ErasureParty::module).sorted().toList();
        keys.delete(record);
        answered(actor, asked, Erasure.State.ERASED, confirmers);
        recording
                .journal()
                .record(
                        actor,
                        new RecordErased(
                                asked.id(),
                                record,
                                asked.reason().code(),
                                Code.of(asked.askedBy()),
                                confirmers.stream().map(Code::of).toList()));
    }

    private void answered(Actor actor, Erasure asked, Erasure.State state, List<String> confirmers) {
        Instant now = recording.clock().instant();
        if (!erasures.answer(asked.id(), state, confirmers, actor.id(), now)) {
            throw new ProblemException(PlatformProblem.CHANGED_MEANWHILE);
        }
    }

    private void refuseUnlessErasable(RecordRef record) {
        if (!record.kind().equals(ERASABLE) || !keys.lock(record)) {
            throw new ProblemException(
                    erasures.of(record).isPresent() ? VaultProblem.RECORD_ERASED : PlatformProblem.NOT_FOUND);
        }
        if (holds.since(record).isPresent()) {
            throw new ProblemException(VaultProblem.RECORD_HELD);
        }
        Optional<ProblemType> objection = parties.orderedStream()
                .map(party -> party.objection(record))
                .flatMap(Optional::stream)
                .findFirst();
        if (objection.isPresent()) {
            throw new ProblemException(objection.get());
        }
    }

    private static void requirePerson(Actor actor) {
        actor.require(Permission.ERASE);
        if (!actor.isPerson()) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
    }

    @Override
    public List<Erasure> list(Actor actor, @Nullable UUID after, int limit) {
        actor.require(Permission.JOURNAL_READ);
        return erasures.list(after, Math.clamp(limit, 1, 200));
    }

    @Override
    public Optional<Erasure> find(Actor actor, UUID erasure) {
        actor.require(Permission.JOURNAL_READ);
        return erasures.find(erasure);
    }

    @Override
    public Optional<Erasure> of(Actor actor, RecordRef record) {
        actor.require(Permission.REPORT_READ);
        return erasures.of(record);
    }

    @Override
    public Optional<String> certificate(Actor actor, UUID erasure) {
        actor.require(Permission.JOURNAL_READ);
        return certificates.document(erasure);
    }

    /// What every decision is written with.
    @Component
    record Recording(Journal journal, Transactions transactions, Clock clock) {}
}

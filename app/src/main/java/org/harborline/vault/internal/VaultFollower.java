// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.platform.Keyset;
import org.harborline.platform.RecordRef;
import org.harborline.vault.Erasure;
import org.harborline.vault.facts.ErasureCertified;
import org.harborline.vault.facts.ErasureConfirmed;
import org.harborline.vault.facts.RecordErased;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Collects what modules confirm and signs the certificate with the last of them.
@Component
class VaultFollower implements Follower {

    private final ErasureTable erasures;
    private final CertificateTable certificates;
    private final Keyset keyset;
    private final JsonMapper json;
    private final ErasureSettings settings;
    private final Clock clock;

    VaultFollower(
            ErasureTable erasures,
            CertificateTable certificates,
            Keyset keyset,
            JsonMapper json,
            ErasureSettings settings,
            Clock clock) {
        this.erasures = erasures;
        this.certificates = certificates;
        this.keyset = keyset;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "vault";
    }

    @Override
    public Set<Class<? extends Fact>> follows() {
        return Set.of(RecordErased.class, ErasureConfirmed.class);
    }

    @Override
    public List<String> derivedTables() {
        return List.of("vault.erasure_confirmation");
    }

    @Override
    public Changes prepare(List<Followed> batch) {
        return consequences -> batch.forEach(followed -> take(followed, consequences));
    }

    private void take(Followed followed, Consequences consequences) {
        switch (followed.fact()) {
            case RecordErased erased -> certifyWhenComplete(followed, erased.erasure(), erased.record(), consequences);
            case ErasureConfirmed confirmed -> {
                certificates.confirm(
                        confirmed.erasure(),
                        confirmed.module().value(),
                        followed.entry().position(),
                        followed.entry().recordedAt());
                certifyWhenComplete(followed, confirmed.erasure(), confirmed.record(), consequences);
            }
            default -> throw new IllegalStateException("the vault does not follow this fact");
        }
    }

    private void certifyWhenComplete(Followed last, UUID id, RecordRef record, Consequences consequences) {
        Erasure erasure = erasures.find(id).orElseThrow();
        SequencedMap<String, Instant> confirmed = certificates.confirmations(id);
        if (!confirmed.keySet().containsAll(erasure.confirmers())) {
            return;
        }
        if (certificates.document(id).isEmpty()) {
            // Keys of what hung on the record, such as findings, are destroyed up to the last confirmation.
            LocalDate expire = last.entry()
                    .recordedAt()
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate()
                    .plusDays(1)
                    .plus(settings.backupRetention());
            String document = certificate(erasure, confirmed, expire).sign(json, keyset.signer());
            certificates.insert(id, document, clock.instant(), expire);
        }
        consequences.record(last.entry(), new ErasureCertified(id, record));
    }

    private Certificate certificate(Erasure erasure, SequencedMap<String, Instant> confirmed, LocalDate expire) {
        return new Certificate(
                Certificate.FORMAT,
                erasure.id(),
                erasure.record().toString(),
                erasure.reason().code().value(),
                new Certificate.Step(erasure.askedBy(), erasure.askedAt()),
                new Certificate.Step(
                        Objects.requireNonNull(erasure.answeredBy()), Objects.requireNonNull(erasure.answeredAt())),
                confirmed.entrySet().stream()
                        .map(one -> new Certificate.Step(one.getKey(), one.getValue()))
                        .toList(),
                settings.backupRetention().toString(),
                expire);
    }
}

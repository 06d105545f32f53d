// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.harborline.intake.FiledReceipt;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.internal.wire.ReportDocuments.AcceptedFiling;
import org.harborline.intake.internal.wire.ReportDocuments.AcceptedItem;
import org.harborline.platform.Actor;
import org.harborline.vault.BlindKey;
import org.harborline.vault.Compartment;
import org.harborline.vault.RecordKey;
import org.harborline.vault.SealedText;
import org.harborline.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Seals what is filed in one call, stores it, and opens it again to compare.
@Component
class FiledRecords {

    private static final Actor SELF = Actor.system("intake");
    private static final String SPACE = "sender-reference/";

    private final FiledTable filed;
    private final FilingKeyTable keys;
    private final EarlierFilings earlier;
    private final Vault vault;

    FiledRecords(FiledTable filed, FilingKeyTable keys, EarlierFilings earlier, Vault vault) {
        this.filed = filed;
        this.keys = keys;
        this.earlier = earlier;
        this.vault = vault;
    }

    /// What is about to be stored.
    ///
    /// @param reference the sender's own; absent when it gave none
    record Sealed(
            Vault.NewKey key,
            Vault.NewKey reporterKey,
            SealedText text,
            SealedText sheet,
            List<ReceivedTable.Described> items,
            @Nullable SealedText reference) {}

    Sealed seal(Actor actor, FiledTable.Filing filing) {
        AcceptedFiling accepted = filing.accepted();
        var record = filing.number().asRecord();
        var key = vault.prepare(actor, record, Compartment.REPORT);
        var reporterKey = vault.prepare(actor, record, Compartment.REPORTER);
        String reference = accepted.reference();
        return new Sealed(
                key,
                reporterKey,
                key.seal(
                        ReportSeals.RECEIVED_TEXT,
                        ReportSeals.ONLY,
                        accepted.report().receivedText()),
                reporterKey.seal(
                        ReportSeals.REPORTER_SHEET,
                        ReportSeals.ONLY,
                        accepted.report().reporterSheet()),
                IntStream.range(0, accepted.items().size())
                        .mapToObj(place ->
                                item(filing.number(), place, accepted.items().get(place), key))
                        .toList(),
                reference == null ? null : key.seal(ReportSeals.SENDER_REFERENCE, ReportSeals.ONLY, reference));
    }

    private ReceivedTable.Described item(ReportNumber number, int place, AcceptedItem item, RecordKey key) {
        return new ReceivedTable.Described(
                number,
                place,
                vault.blind(ItemDesk.REFERENCES + number, item.reference()).value(),
                key.seal(ReportSeals.ITEM, Integer.toString(place), item.receivedText()),
                item.dropped());
    }

    Optional<ReportNumber> claim(UUID provider, String keyHash, ReportNumber number, Instant now) {
        return keys.claim(provider, keyHash, number, now);
    }

    /// Names a report by the reference of its sender, when it has one.
    ///
    /// @return the report that the reference names already
    Optional<ReportNumber> name(FiledTable.Filing filing, Sealed sealed) {
        String reference = filing.accepted().reference();
        SealedText text = sealed.reference();
        if (reference == null || text == null) {
            return Optional.empty();
        }
        Optional<ReportNumber> known = byReference(filing.provider(), reference);
        boolean named = known.isEmpty()
                && keys.name(filing.provider(), blind(filing.provider(), reference), filing.number(), text);
        return named ? Optional.empty() : known.or(() -> byReference(filing.provider(), reference));
    }

    BlindKey blind(UUID provider, String reference) {
        return vault.blind(SPACE + provider, reference);
    }

    Optional<ReportNumber> byReference(UUID provider, String reference) {
        return keys.byReference(
                provider,
                vault.probes(SPACE + provider, reference).stream()
                        .map(BlindKey::value)
                        .toList());
    }

    void store(FiledTable.Filing filing, Sealed sealed) {
        sealed.key().store();
        sealed.reporterKey().store();
        filed.insert(List.of(new FiledTable.Sealed(filing, sealed.text(), sealed.sheet())));
        filed.insertItems(sealed.items(), filing.now());
    }

    /// A report that is about to be filed under a reference of its sender.
    record Ready(FiledTable.Filing filing, Sealed sealed) {

        String reference() {
            return Objects.requireNonNull(filing.accepted().reference());
        }
    }

    /// Names and stores reports of one sender together.
    ///
    /// @return those whose references named no other report
    List<Ready> store(UUID provider, List<Ready> reports, Instant now) {
        // in one order everywhere, so that two batches never wait for each other
        Set<ReportNumber> named = keys.name(
                provider,
                reports.stream()
                        .sorted(Comparator.comparing(Ready::reference))
                        .map(one -> new FilingKeyTable.Naming(
                                one.filing().number(),
                                blind(provider, one.reference()),
                                Objects.requireNonNull(one.sealed().reference())))
                        .toList());
        List<Ready> fresh = reports.stream()
                .filter(one -> named.contains(one.filing().number()))
                .toList();
        vault.store(fresh.stream()
                .flatMap(one -> Stream.of(one.sealed().key(), one.sealed().reporterKey()))
                .toList());
        filed.insert(fresh.stream()
                .map(one -> new FiledTable.Sealed(
                        one.filing(), one.sealed().text(), one.sealed().sheet()))
                .toList());
        filed.insertItems(
                fresh.stream().flatMap(one -> one.sealed().items().stream()).toList(), now);
        return fresh;
    }

    /// The reports that references of a sender name.
    Map<String, ReportNumber> byReferences(UUID provider, Collection<String> references) {
        Map<UUID, String> probes = new HashMap<>();
        references.forEach(reference ->
                vault.probes(SPACE + provider, reference).forEach(key -> probes.put(key.value(), reference)));
        Map<String, ReportNumber> found = new HashMap<>();
        keys.byReferences(provider, probes.keySet())
                .forEach((key, number) -> found.put(Objects.requireNonNull(probes.get(key)), number));
        return found;
    }

    Optional<FiledReceipt> receipt(ReportNumber number, UUID provider) {
        return filed.receipt(number, provider);
    }

    List<FiledTable.Listed> list(UUID provider, long after, int limit) {
        return filed.list(provider, after, limit);
    }

    int forgetKeys(Instant before, int limit) {
        return keys.purge(before, limit);
    }

    /// Where a filing differs from an earlier one, as pointers.
    ///
    /// @return empty when the earlier one was erased and cannot be opened any more
    Optional<List<String>> differences(ReportNumber earlier, AcceptedFiling later) {
        return Optional.ofNullable(differences(Map.of(earlier, later)).get(earlier));
    }

    /// Where filings differ from earlier ones, as pointers.
    ///
    /// @param later the filing beside the number of the earlier one
    /// @return without those that were erased and cannot be opened any more
    Map<ReportNumber, List<String>> differences(Map<ReportNumber, AcceptedFiling> later) {
        return earlier.differences(later);
    }

    /// The record keys of reports, for making their references' keys anew.
    Map<ReportNumber, String> references(List<FilingKeyTable.Old> old) {
        var opened = vault.openAll(
                SELF, old.stream().map(one -> one.number().asRecord()).toList(), Compartment.REPORT);
        return old.stream()
                .filter(one -> opened.containsKey(one.number().asRecord()))
                .collect(java.util.stream.Collectors.toMap(
                        FilingKeyTable.Old::number,
                        one -> java.util.Objects.requireNonNull(
                                        opened.get(one.number().asRecord()))
                                .open(ReportSeals.SENDER_REFERENCE, ReportSeals.ONLY, one.reference())));
    }
}

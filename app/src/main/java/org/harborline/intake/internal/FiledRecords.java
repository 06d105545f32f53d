// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.harborline.intake.FiledReceipt;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.internal.wire.ReportDocuments;
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
    private final ReceivedTable received;
    private final ReportDocuments documents;
    private final Vault vault;

    FiledRecords(
            FiledTable filed, FilingKeyTable keys, ReceivedTable received, ReportDocuments documents, Vault vault) {
        this.filed = filed;
        this.keys = keys;
        this.received = received;
        this.documents = documents;
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
        filed.insert(filing, sealed.text(), sealed.sheet());
        filed.insertItems(sealed.items(), filing.now());
    }

    Optional<FiledReceipt> receipt(ReportNumber number, UUID provider) {
        return filed.receipt(number, provider);
    }

    List<FiledReceipt> list(UUID provider, long after, int limit) {
        return filed.list(provider, after, limit);
    }

    int forgetKeys(Instant before, int limit) {
        return keys.purge(before, limit);
    }

    /// Where a filing differs from an earlier one, as pointers.
    ///
    /// @return empty when the earlier one was erased and cannot be opened any more
    Optional<List<String>> differences(ReportNumber earlier, AcceptedFiling later) {
        var record = earlier.asRecord();
        Optional<RecordKey> key = vault.open(SELF, record, Compartment.REPORT);
        Optional<RecordKey> reporterKey = vault.open(SELF, record, Compartment.REPORTER);
        Optional<ReceivedTable.Received> text =
                received.find(List.of(earlier)).stream().findFirst();
        Optional<SealedText> sheet = received.sheet(earlier);
        if (key.isEmpty() || reporterKey.isEmpty() || text.isEmpty() || sheet.isEmpty()) {
            return Optional.empty();
        }
        List<String> found = new ArrayList<>(documents.differences(
                key.get()
                        .open(
                                ReportSeals.RECEIVED_TEXT,
                                ReportSeals.ONLY,
                                text.get().text()),
                later.report().receivedText(),
                "/report"));
        found.addAll(documents.differences(
                reporterKey.get().open(ReportSeals.REPORTER_SHEET, ReportSeals.ONLY, sheet.get()),
                later.report().reporterSheet(),
                "/report/reporter"));
        found.addAll(items(earlier, key.get(), later.items()));
        String reference = keys.reference(earlier)
                .map(kept -> key.get().open(ReportSeals.SENDER_REFERENCE, ReportSeals.ONLY, kept))
                .orElse(null);
        if (!java.util.Objects.equals(reference, later.reference())) {
            found.add("/reference");
        }
        return Optional.of(found);
    }

    private List<String> items(ReportNumber earlier, RecordKey key, List<AcceptedItem> later) {
        List<String> clear =
                ItemDesk.clear(key, received.items(List.of(earlier)).getOrDefault(earlier, List.of()));
        List<String> found = new ArrayList<>();
        int both = Math.min(clear.size(), later.size());
        for (int place = 0; place < both; place++) {
            found.addAll(
                    documents.differences(clear.get(place), later.get(place).receivedText(), "/items/" + place));
        }
        if (clear.size() != later.size()) {
            found.add("/items/" + both);
        }
        return found;
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

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportState;
import org.harborline.intake.SentDocument;
import org.harborline.intake.WireCode;
import org.harborline.intake.internal.wire.ReportDocuments;
import org.harborline.intake.internal.wire.ReportDocuments.AcceptedItem;
import org.harborline.platform.Actor;
import org.harborline.vault.BlindKey;
import org.harborline.vault.Compartment;
import org.harborline.vault.RecordKey;
import org.harborline.vault.SealedText;
import org.harborline.vault.Vault;
import org.springframework.stereotype.Component;

/// What senders say about the items they keep. Because nothing is uploaded here, an item is named by
/// the sender's own
/// reference.
@Component
class ItemDesk {

    private static final Actor SELF = Actor.system("intake");
    private static final int MOST = 5000;
    /// Followed by the number of the report.
    static final String REFERENCES = "item-reference/";

    private final ReportDocuments documents;
    private final ReportTable reports;
    private final ReceivedTable received;
    private final Vault vault;
    private final Writing writing;

    ItemDesk(ReportDocuments documents, ReportTable reports, ReceivedTable received, Vault vault, Writing writing) {
        this.documents = documents;
        this.reports = reports;
        this.received = received;
        this.vault = vault;
        this.writing = writing;
    }

    FilingAnswer describe(Actor actor, UUID provider, SentDocument document) {
        AcceptedItem item = documents.acceptItem(
                document.bytes(),
                document.charset(),
                number -> standing(number, provider)
                        .map(ReportTable.Standing::batched)
                        .orElse(false),
                document.lenient());
        return put(provider, item);
    }

    /// No rule is asked: rules are about what senders say of items.
    FilingAnswer note(UUID provider, long number, String reference) {
        return put(provider, ReportDocuments.undescribed(number, reference));
    }

    private FilingAnswer put(UUID provider, AcceptedItem item) {
        Optional<ReportTable.Standing> standing = standing(item.report(), provider);
        if (standing.isEmpty() || standing.get().state() == ReportState.EXPIRED) {
            return FilingAnswer.of(WireCode.NO_SUCH_REPORT, "There is no such report.");
        }
        var number = new ReportNumber(item.report());
        return store(number, provider, item).orElseGet(() -> ended(standing(item.report(), provider)));
    }

    private Optional<ReportTable.Standing> standing(long number, UUID provider) {
        return reports.standing(number, provider);
    }

    /// An item is described once. A sender who lost the answer sends the same again, and one who
    /// corrects itself sends
    /// something else: either way the item keeps its place and the last word counts.
    ///
    /// @return empty when the report is no longer open
    private Optional<FilingAnswer> store(ReportNumber number, UUID provider, AcceptedItem item) {
        Optional<RecordKey> key = vault.open(SELF, number.asRecord(), Compartment.REPORT);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        String space = REFERENCES + number;
        List<UUID> probes = vault.probes(space, item.reference()).stream()
                .map(BlindKey::value)
                .toList();
        UUID reference = vault.blind(space, item.reference()).value();
        return writing.transactions().write(() -> {
            OptionalInt items = received.keepOpen(number.value(), provider);
            if (items.isEmpty()) {
                return Optional.empty();
            }
            Optional<ReceivedTable.Known> known = received.known(number, probes);
            if (known.isEmpty() && items.getAsInt() >= MOST) {
                return Optional.of(
                        FilingAnswer.of(WireCode.INVALID_REQUEST, "A report has at most " + MOST + " items."));
            }
            int place = known.map(ReceivedTable.Known::place).orElse(items.getAsInt());
            int before = known.map(ReceivedTable.Known::dropped).orElse(0);
            var text = key.get().seal(ReportSeals.ITEM, Integer.toString(place), item.receivedText());
            var now = writing.clock().instant();
            received.putItem(new ReceivedTable.Described(number, place, reference, text, item.dropped()), now);
            received.changed(number, Math.max(items.getAsInt(), place + 1), item.dropped() - before, now);
            return Optional.of(new FilingAnswer(
                    WireCode.SUCCESS,
                    "Item described." + FilingDesk.noted(item.notes()),
                    number,
                    item.reference(),
                    List.of()));
        });
    }

    private static FilingAnswer ended(Optional<ReportTable.Standing> standing) {
        return switch (standing.map(ReportTable.Standing::state).orElse(ReportState.EXPIRED)) {
            case FINISHED -> FilingAnswer.of(WireCode.ALREADY_FINISHED, "The report is already finished.");
            case RETRACTED -> FilingAnswer.of(WireCode.ALREADY_RETRACTED, "The report is already retracted.");
            case EXPIRED, OPEN -> FilingAnswer.of(WireCode.NO_SUCH_REPORT, "There is no such report.");
        };
    }

    /// The sender's references of all described items, for the answer to a finished report.
    List<String> references(ReportTable.Ended report) {
        if (report.items() == 0) {
            return List.of();
        }
        ReportNumber number = report.number();
        return vault
                .open(SELF, number.asRecord(), Compartment.REPORT)
                .map(key -> documents.items(
                        clear(key, received.items(List.of(number)).getOrDefault(number, List.of()))))
                .orElse(List.of())
                .stream()
                .map(ReceivedReport.Item::reference)
                .toList();
    }

    /// Opens the sealed items of one report.
    static List<String> clear(RecordKey key, List<SealedText> sealed) {
        return IntStream.range(0, sealed.size())
                .mapToObj(place -> key.open(ReportSeals.ITEM, Integer.toString(place), sealed.get(place)))
                .toList();
    }
}

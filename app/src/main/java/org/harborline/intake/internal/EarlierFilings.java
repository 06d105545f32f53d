// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.internal.wire.ReportDocuments;
import org.harborline.intake.internal.wire.ReportDocuments.AcceptedFiling;
import org.harborline.intake.internal.wire.ReportDocuments.AcceptedItem;
import org.harborline.platform.Actor;
import org.harborline.platform.RecordRef;
import org.harborline.vault.Compartment;
import org.harborline.vault.RecordKey;
import org.harborline.vault.SealedText;
import org.harborline.vault.Vault;
import org.springframework.stereotype.Component;

/// Opens filed reports again to compare later ones with them.
@Component
class EarlierFilings {

    private static final Actor SELF = Actor.system("intake");

    private final FilingKeyTable keys;
    private final ReceivedTable received;
    private final ReportDocuments documents;
    private final Vault vault;

    EarlierFilings(FilingKeyTable keys, ReceivedTable received, ReportDocuments documents, Vault vault) {
        this.keys = keys;
        this.received = received;
        this.documents = documents;
        this.vault = vault;
    }

    /// Where filings differ from earlier ones, as pointers into what was sent later.
    ///
    /// @param later the filing beside the number of the earlier one
    /// @return without those that were erased and cannot be opened any more
    Map<ReportNumber, List<String>> differences(Map<ReportNumber, AcceptedFiling> later) {
        Set<ReportNumber> numbers = later.keySet();
        if (numbers.isEmpty()) {
            return Map.of();
        }
        List<RecordRef> records = numbers.stream().map(ReportNumber::asRecord).toList();
        var reportKeys = vault.openAll(SELF, records, Compartment.REPORT);
        var reporterKeys = vault.openAll(SELF, records, Compartment.REPORTER);
        Map<ReportNumber, SealedText> texts = received.find(numbers).stream()
                .collect(Collectors.toMap(ReceivedTable.Received::number, ReceivedTable.Received::text));
        var sheets = received.sheets(numbers);
        var items = received.items(numbers);
        var references = keys.references(numbers);
        Map<ReportNumber, List<String>> found = new HashMap<>();
        later.forEach((number, filing) -> {
            RecordKey key = reportKeys.get(number.asRecord());
            RecordKey reporterKey = reporterKeys.get(number.asRecord());
            SealedText text = texts.get(number);
            SealedText sheet = sheets.get(number);
            if (key != null && reporterKey != null && text != null && sheet != null) {
                List<String> pointers = new ArrayList<>(documents.differences(
                        key.open(ReportSeals.RECEIVED_TEXT, ReportSeals.ONLY, text),
                        filing.report().receivedText(),
                        "/report"));
                pointers.addAll(documents.differences(
                        reporterKey.open(ReportSeals.REPORTER_SHEET, ReportSeals.ONLY, sheet),
                        filing.report().reporterSheet(),
                        "/report/reporter/0"));
                pointers.addAll(items(ItemDesk.clear(key, items.getOrDefault(number, List.of())), filing.items()));
                SealedText reference = references.get(number);
                String named =
                        reference == null ? null : key.open(ReportSeals.SENDER_REFERENCE, ReportSeals.ONLY, reference);
                if (!Objects.equals(named, filing.reference())) {
                    pointers.add("/reference");
                }
                found.put(number, filing.places().apply(pointers));
            }
        });
        return found;
    }

    private List<String> items(List<String> earlier, List<AcceptedItem> later) {
        List<String> found = new ArrayList<>();
        int both = Math.min(earlier.size(), later.size());
        for (int place = 0; place < both; place++) {
            found.addAll(
                    documents.differences(earlier.get(place), later.get(place).receivedText(), "/items/" + place));
        }
        if (earlier.size() != later.size()) {
            found.add("/items/" + both);
        }
        return found;
    }
}

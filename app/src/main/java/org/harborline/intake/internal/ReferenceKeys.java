// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.KeyUse;
import org.harborline.platform.Keyset;
import org.harborline.platform.Transactions;
import org.harborline.vault.BlindKey;
import org.springframework.stereotype.Component;

/// Makes the keys under which senders' own references are found anew, from the sealed references.
@Component
class ReferenceKeys implements KeyUse {

    private static final int BATCH = 200;

    private final FilingKeyTable table;
    private final FiledRecords records;
    private final Keyset keyset;
    private final Transactions transactions;

    ReferenceKeys(FilingKeyTable table, FiledRecords records, Keyset keyset, Transactions transactions) {
        this.table = table;
        this.records = records;
        this.keyset = keyset;
        this.transactions = transactions;
    }

    @Override
    public Kind kind() {
        return Kind.BLINDING;
    }

    @Override
    public String what() {
        return "keys of senders' references";
    }

    @Override
    public long remaining() {
        return table.countOld(keyset.blindingVersion());
    }

    @Override
    public void renew(LongConsumer progress) {
        long after = 0;
        List<FilingKeyTable.Old> batch;
        do {
            batch = table.old(keyset.blindingVersion(), after, BATCH);
            List<FilingKeyTable.Old> old = batch;
            transactions.run(() -> renew(old));
            if (!batch.isEmpty()) {
                after = batch.getLast().number().value();
                progress.accept(batch.size());
            }
        } while (batch.size() == BATCH);
    }

    private void renew(List<FilingKeyTable.Old> old) {
        Map<ReportNumber, UUID> senders =
                old.stream().collect(Collectors.toMap(FilingKeyTable.Old::number, FilingKeyTable.Old::provider));
        Map<ReportNumber, BlindKey> fresh = new HashMap<>();
        records.references(old)
                .forEach((number, reference) ->
                        fresh.put(number, records.blind(Objects.requireNonNull(senders.get(number)), reference)));
        table.renew(fresh);
    }
}

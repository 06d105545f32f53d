// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.internal;

import com.google.crypto.tink.Aead;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.harborline.platform.KeyUse;
import org.harborline.platform.Keyset;
import org.harborline.platform.Transactions;
import org.harborline.vault.Compartment;
import org.harborline.vault.internal.RewrapTable.Wrapped;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Wraps record keys with the newest key of their compartment. The record key itself stays, so nothing that it sealed
/// is
/// touched.
@Component
class Rewrapping implements KeyUse {

    static final int BATCH = 500;

    private final RewrapTable table;
    private final Keyset keyset;
    private final Transactions transactions;

    Rewrapping(RewrapTable table, Keyset keyset, Transactions transactions) {
        this.table = table;
        this.keyset = keyset;
        this.transactions = transactions;
    }

    @Override
    public Kind kind() {
        return Kind.WRAPPING;
    }

    @Override
    public String what() {
        return "record keys";
    }

    @Override
    public long remaining() {
        return Arrays.stream(Compartment.values())
                .map(Compartment::keyName)
                .mapToLong(name -> table.countNotUnder(name, keyset.wrappingVersion(name)))
                .sum();
    }

    @Override
    public void renew(LongConsumer progress) {
        for (Compartment compartment : Compartment.values()) {
            renew(compartment.keyName(), progress);
        }
    }

    private void renew(String compartment, LongConsumer progress) {
        Wrapped last = null;
        List<Wrapped> batch;
        do {
            Wrapped after = last;
            batch = transactions.write(() -> batch(compartment, after));
            if (!batch.isEmpty()) {
                last = batch.getLast();
                progress.accept(batch.size());
            }
        } while (batch.size() == BATCH);
    }

    private List<Wrapped> batch(String compartment, @Nullable Wrapped after) {
        int version = keyset.wrappingVersion(compartment);
        Aead wrapping = keyset.wrapping(compartment);
        List<Wrapped> batch = table.next(compartment, version, after, BATCH);
        table.replace(
                compartment,
                batch.stream()
                        .map(old -> new Wrapped(
                                old.record(),
                                version,
                                DataKey.unwrap(old.record(), compartment, old.key(), wrapping)
                                        .wrap(compartment, wrapping)))
                        .toList());
        return batch;
    }
}

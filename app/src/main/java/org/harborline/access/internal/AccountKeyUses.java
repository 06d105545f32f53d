// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.harborline.access.internal.AccountSeals.Field;
import org.harborline.access.internal.SealTable.Name;
import org.harborline.access.internal.SealTable.Seal;
import org.harborline.platform.KeyUse;
import org.harborline.platform.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What accounts have stored under the installation's keys.
@Configuration(proxyBeanMethods = false)
class AccountKeyUses {

    private static final int BATCH = 100;

    /// Sealed names and secrets.
    @Bean
    KeyUse accountSealsUse(SealTable table, AccountSeals seals, Transactions transactions) {
        return new KeyUse() {
            @Override
            public Kind kind() {
                return Kind.WRAPPING;
            }

            @Override
            public String what() {
                return "sealed account fields";
            }

            @Override
            public long remaining() {
                return old().size();
            }

            private List<Seal> old() {
                return table.seals().stream()
                        .filter(seal -> !seals.isCurrent(seal.sealed()))
                        .toList();
            }

            @Override
            public void renew(LongConsumer progress) {
                inBatches(
                        old(),
                        transactions,
                        seal -> {
                            byte[] clear = seals.open(seal.field(), seal.holder(), seal.row(), seal.sealed());
                            table.replace(seal, seals.seal(seal.field(), seal.holder(), seal.row(), clear));
                        },
                        progress);
            }
        };
    }

    /// Keys under which sign-in names are found.
    @Bean
    KeyUse accountNamesUse(SealTable table, AccountSeals seals, Transactions transactions) {
        return new KeyUse() {
            @Override
            public Kind kind() {
                return Kind.BLINDING;
            }

            @Override
            public String what() {
                return "keys of sign-in names";
            }

            @Override
            public long remaining() {
                return table.namesNotUnder(seals.keyVersion()).size();
            }

            @Override
            public void renew(LongConsumer progress) {
                int version = seals.keyVersion();
                inBatches(
                        table.namesNotUnder(version),
                        transactions,
                        (Name name) -> table.rekey(
                                name.holder(),
                                seals.nameKey(seals.openText(Field.SIGN_IN_NAME, name.holder(), name.sealedName())),
                                version),
                        progress);
            }
        };
    }

    private static <T> void inBatches(
            List<T> rows, Transactions transactions, Consumer<T> renew, LongConsumer progress) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<T> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
            transactions.run(() -> batch.forEach(renew));
            progress.accept(batch.size());
        }
    }
}

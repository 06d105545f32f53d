// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Explicit transaction boundaries: it can be read in the code which statements commit together.
@Component
public class Transactions {

    private final TransactionTemplate writing;
    private final TransactionTemplate snapshot;

    public Transactions(PlatformTransactionManager transactions) {
        this.writing = new TransactionTemplate(transactions);
        var definition = new DefaultTransactionDefinition();
        definition.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        definition.setReadOnly(true);
        this.snapshot = new TransactionTemplate(transactions, definition);
    }

    /// Runs the work in the current transaction, or in a new one that commits when it returns and rolls back when it
    /// throws.
    public <T> T write(Supplier<T> work) {
        return java.util.Objects.requireNonNull(writing.execute(_ -> work.get()));
    }

    /// As [#write(Supplier)], for work without a result.
    public void run(Runnable work) {
        writing.executeWithoutResult(_ -> work.run());
    }

    /// Reads several things as they were at one moment.
    public <T> T read(Supplier<T> work) {
        return java.util.Objects.requireNonNull(snapshot.execute(_ -> work.get()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import org.harborline.journal.internal.FollowerRunner.LostTurn;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/// Tells a failure of the surroundings, after which the same facts are tried again, from a failure of the fact itself,
/// which is parked.
final class Outage {

    private Outage() {}

    static boolean isOne(RuntimeException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof TransactionException
                    || cause instanceof java.sql.SQLTransientException
                    || cause instanceof LostTurn) {
                return true;
            }
        }
        return false;
    }
}

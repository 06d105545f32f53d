// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.harborline.platform.StartRefused;

/// A server that finds tables of a later release, or of another program, says so in one sentence instead of the
/// migration library's many, and has changed nothing in that module.
final class ForeignTables implements Callback {

    private static final String HISTORY = "flyway_schema_history_";

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_VALIDATE_ERROR;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        String history = context.getConfiguration().getTable();
        var module = new TreeSet<>(Set.of(history.startsWith(HISTORY) ? history.substring(HISTORY.length()) : history));
        throw new StartRefused(
                new TableRelease(new TreeSet<>(), module).complaint().orElseThrow());
    }

    @Override
    public String getCallbackName() {
        return "foreign-tables";
    }
}

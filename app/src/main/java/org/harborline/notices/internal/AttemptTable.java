// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.harborline.notices.EndpointMessage.Attempt;
import org.harborline.platform.Ids;
import org.harborline.platform.Sql;
import org.harborline.platform.outbound.WebhookAnswer;
import org.springframework.stereotype.Component;

/// Every try to bring a message. It is written down before the call: a server that stops meanwhile leaves a try
/// without an end, not a call that nobody knows of.
@Component
class AttemptTable {

    private final Sql sql;

    AttemptTable(Sql sql) {
        this.sql = sql;
    }

    /// Begins a try of each.
    ///
    /// @return the ids of the tries, in the order of the messages
    List<UUID> begin(List<UUID> messages, Instant at) {
        List<UUID> attempts = messages.stream().map(_ -> Ids.next()).toList();
        int[] _ = sql.batch(
                "INSERT INTO notices.attempt (attempt, message, began_at, status) VALUES (:attempt, :message, :at, 0)",
                IntStream.range(0, messages.size())
                        .mapToObj(i -> Map.<String, Object>of(
                                "attempt", attempts.get(i), "message", messages.get(i), "at", Columns.time(at)))
                        .toList());
        return attempts;
    }

    void end(Map<UUID, WebhookAnswer> attempts) {
        int[] _ = sql.batch(
                "UPDATE notices.attempt SET outcome = :outcome, status = :status WHERE attempt = :attempt",
                attempts.entrySet().stream()
                        .map(one -> Map.<String, Object>of(
                                "attempt", one.getKey(),
                                "outcome", one.getValue().outcome().name(),
                                "status", one.getValue().status()))
                        .toList());
    }

    /// Tries of several messages, newest first.
    Map<UUID, List<Attempt>> of(Collection<UUID> messages) {
        var attempts = new HashMap<UUID, List<Attempt>>();
        sql.of("""
                SELECT message, began_at, outcome, status
                  FROM notices.attempt
                 WHERE message = ANY (:messages)
                 ORDER BY attempt DESC
                """).param("messages", messages.toArray(UUID[]::new)).query(row -> {
            String outcome = row.getString("outcome");
            attempts.computeIfAbsent(row.getObject("message", UUID.class), _ -> new ArrayList<>())
                    .add(new Attempt(
                            Columns.instant(row, "began_at"),
                            outcome == null ? null : WebhookAnswer.Outcome.valueOf(outcome),
                            row.getInt("status")));
        });
        return attempts;
    }
}

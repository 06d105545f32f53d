// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// What was last seen of each law of conservation, for every node and for the doctor.
@Component
class BalanceTable {

    private final Sql sql;

    BalanceTable(Sql sql) {
        this.sql = sql;
    }

    Map<String, Balance> all() {
        var balances = new TreeMap<String, Balance>();
        sql.of("SELECT law, walked_at, looks_apart, astray FROM journal.balance")
                .query(row -> {
                    balances.put(
                            row.getString("law"),
                            new Balance(
                                    row.getObject("walked_at", OffsetDateTime.class)
                                            .toInstant(),
                                    row.getLong("looks_apart"),
                                    List.of((String[]) row.getArray("astray").getArray())));
                });
        return balances;
    }

    /// Notes one look at a law.
    void note(String law, Balance balance, Instant lookedAt) {
        sql.of("""
                INSERT INTO journal.balance (law, looked_at, walked_at, looks, looks_apart, astray)
                VALUES (:law, :looked, :walked, 1, :apart, :astray)
                ON CONFLICT (law) DO UPDATE
                   SET looked_at = excluded.looked_at,
                       walked_at = excluded.walked_at,
                       looks = balance.looks + 1,
                       looks_apart = excluded.looks_apart,
                       astray = excluded.astray
                """)
                .param("law", law)
                .param("looked", lookedAt.atOffset(ZoneOffset.UTC))
                .param("walked", balance.walkedAt().atOffset(ZoneOffset.UTC))
                .param("apart", balance.apart())
                .param("astray", balance.astray().toArray(String[]::new))
                .update();
    }

    /// Forgets laws that no module has any more.
    void keepOnly(Collection<String> laws) {
        sql.of("DELETE FROM journal.balance WHERE law <> ALL (:laws)")
                .param("laws", laws.toArray(String[]::new))
                .update();
    }

    /// The last look at one law.
    ///
    /// @param apart successive looks that found it broken; 0 when it held
    record Balance(Instant walkedAt, long apart, List<String> astray) {

        boolean isBroken() {
            return apart > 0;
        }

        /// One look may see what is gone at the next.
        boolean isAlarming() {
            return apart > 1;
        }
    }
}

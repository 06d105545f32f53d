// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Actor;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/// Writes facts that have no order yet.
@Component
class InboxTable {

    private final Sql sql;
    private final Clock clock;
    private final FactCatalogue catalogue;

    InboxTable(Sql sql, Clock clock, FactCatalogue catalogue) {
        this.sql = sql;
        this.clock = clock;
        this.catalogue = catalogue;
    }

    /// Inserts facts with one statement, in the order given.
    void insert(Actor actor, @Nullable String follower, List<Recorded> facts) {
        if (facts.isEmpty()) {
            return;
        }
        var columns = new Columns(facts);
        sql.of("""
                INSERT INTO journal.inbox
                       (fact_type, fact_version, subject_kind, subject_id, actor, purpose, request_id, follower, cause, recorded_at, body)
                SELECT fact.type, fact.version, fact.kind, fact.id, :actor, :purpose, :request, :follower, fact.cause, :now, fact.body
                  FROM unnest(:types::text[], :versions::int[], :kinds::text[], :ids::text[], :causes::bigint[], :bodies::text[])
                       WITH ORDINALITY AS fact (type, version, kind, id, cause, body, ordinal)
                 ORDER BY fact.ordinal
                """)
                .param("actor", actor.id())
                .param(
                        "purpose",
                        actor.purpose() == null ? null : actor.purpose().name())
                .param("request", MDC.get("requestId"))
                .param("follower", follower)
                .param("now", now())
                .param("types", columns.types)
                .param("versions", columns.versions)
                .param("kinds", columns.kinds)
                .param("ids", columns.ids)
                .param("causes", columns.causes)
                .param("bodies", columns.bodies)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    long count() {
        return sql.of("SELECT count(*) FROM journal.inbox").query(Long.class).single();
    }

    /// Age of the oldest committed fact that has no position; zero when there is none.
    Duration oldestAge() {
        return sql.of("SELECT recorded_at FROM journal.inbox ORDER BY inbox_id LIMIT 1")
                .query((row, _) ->
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant())
                .optional()
                .map(this::age)
                .orElse(Duration.ZERO);
    }

    private Duration age(Instant since) {
        return Duration.between(since, clock.instant());
    }

    /// Facts column by column, so that several are one statement.
    private final class Columns {

        private final String[] types;
        private final Integer[] versions;
        private final String[] kinds;
        private final String[] ids;
        private final @Nullable Long[] causes;
        private final String[] bodies;

        private Columns(List<Recorded> facts) {
            int size = facts.size();
            types = new String[size];
            versions = new Integer[size];
            kinds = new String[size];
            ids = new String[size];
            causes = new Long[size];
            bodies = new String[size];
            for (int i = 0; i < size; i++) {
                Fact fact = facts.get(i).fact();
                FactType name = FactCatalogue.name(fact.getClass());
                types[i] = name.value();
                versions[i] = name.version();
                kinds[i] = fact.subject().kind();
                ids[i] = fact.subject().id();
                causes[i] = facts.get(i).cause();
                bodies[i] = catalogue.body(fact);
            }
        }
    }

    /// A fact with what it answers, if anything.
    record Recorded(Fact fact, @Nullable Long cause) {}
}

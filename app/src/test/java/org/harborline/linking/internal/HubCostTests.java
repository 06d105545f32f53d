// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.CHAT;
import static org.harborline.linking.internal.Stated.NOON;
import static org.harborline.linking.internal.Stated.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Follower;
import org.harborline.linking.Hub;
import org.harborline.linking.facts.KeysRenewed;
import org.harborline.platform.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/// A mailbox in 100,000 reports costs no more to link than one in a few: counted in scans and in rows and index
/// entries read, which are the same on every machine.
@TestPropertySource(properties = "harborline.test.context=hub-cost")
class HubCostTests extends LinkingCase {

    private static final int MANY = 100_000;
    private static final int CHUNK = 10_000;
    private static final long FIRST = 100_000;

    private static final String FORGET = """
            SELECT pg_clear_attribute_stats('linking', 'PART', attname, false)
              FROM pg_attribute
             WHERE attrelid = 'linking.PART'::regclass AND attnum > 0
            """;
    private static final String BELIEVE = """
            SELECT pg_restore_attribute_stats(
                   'schemaname', 'linking', 'relname', 'PART', 'attname', 'blind', 'inherited', false,
                   'null_frac', 0::real, 'avg_width', 16, 'n_distinct', FORMS::real, 'correlation', 0::real)
            """;

    @Autowired
    private LinkTables tables;

    @Autowired
    private RekeyTable rekey;

    @Value("${harborline.database.url}")
    private String url;

    @Test
    void linksAReportWithAMailboxOf100000ReportsAtTheCostOfASmallHub() {
        hub("few@town.example");
        ReportNumber many = hub("many@town.example");
        multiply(many, MANY);

        Cost small = linking(email("few@town.example"));
        Cost large = linking(email("many@town.example"));

        assertThat(large.scans()).isLessThanOrEqualTo(small.scans());
        assertThat(large.read()).isLessThanOrEqualTo(small.read()).isLessThan(50);
    }

    /// Of a key that says little very many hold: counted is the newest of them, and no more of them are read.
    @Test
    void readsOfAKeyIn100000ReportsNoMoreThanItCountsWhateverThePlannerBelieves() {
        ReportNumber weak = reports.file(email("info@town.example"));
        ReportNumber strong = reports.file(email("one@town.example"));
        ReportNumber rare = reports.file(email("rare@town.example"));
        reports.file(email("rare@town.example"));
        settle();
        List<String> parts = List.of("sighting_weak", "sighting_reported", "reason");
        parts.forEach(part -> TestServer.asSuperuser(
                url,
                "ALTER TABLE linking." + part + " SET (autovacuum_enabled = false)",
                FORGET.replace("PART", part)));
        Map<UUID, RoleSpace> weakly = multiply(weak, MANY);
        Map<UUID, RoleSpace> strongly = multiply(strong, MANY);
        tables.hubs().insertAll(List.of(hubOf(weak)));
        linkEachToTheOneBefore(strongly.keySet().iterator().next());
        Set<UUID> rarely = multiply(rare, 0).keySet();
        assertThat(database.sql("SELECT count(*) FROM pg_stats WHERE tablename = ANY(?)")
                        .param(parts.toArray(String[]::new))
                        .query(Long.class)
                        .single())
                .as("columns of which the planner knows anything")
                .isZero();
        readsNoMoreThanItCounts("nothing known", weakly, strongly);
        readsNoMoreThanWhatRestsOnIt("nothing known", rarely);
        for (int forms : List.of(-1, 1, 10, 100, 1_000, 10_000)) {
            parts.subList(0, 2)
                    .forEach(part -> TestServer.asSuperuser(
                            url, BELIEVE.replace("PART", part).replace("FORMS", Integer.toString(forms))));
            readsNoMoreThanItCounts(forms + " forms", weakly, strongly);
            readsNoMoreThanWhatRestsOnIt(forms + " forms", rarely);
        }
    }

    /// Links end with a key that spread; those of others are not looked at.
    private void readsNoMoreThanWhatRestsOnIt(String belief, Set<UUID> keys) {
        var withdrawn = new ArrayList<Reason>();
        Cost cost = transactions.write(() -> {
            Cost read = cost(() -> withdrawn.addAll(
                    tables.reasons().withdraw(keys, tables.sightings().holding(keys), ReceivedReports.FILED)));
            database.sql(
                            "UPDATE linking.reason SET withdrawn_at = NULL, withdrawn_cause = NULL WHERE newer_blind = ANY(?)")
                    .param(keys.toArray(UUID[]::new))
                    .update();
            return read;
        });
        assertThat(withdrawn).as("withdrawn, %s", belief).hasSize(1);
        assertThat(cost.read()).as("withdrawn, %s", belief).isLessThan(50);
    }

    private void readsNoMoreThanItCounts(String belief, Map<UUID, RoleSpace> weakly, Map<UUID, RoleSpace> strongly) {
        SightingTable sightings = tables.sightings();
        for (Map<UUID, RoleSpace> keys : List.of(weakly, strongly)) {
            assertThat(cost(() -> assertThat(sightings.together(keys).more()).isTrue())
                            .read())
                    .as("counted together, %s", belief)
                    .isLessThan(SightingTable.MOST_COUNTED + 50);
            assertThat(cost(() -> assertThat(sightings.rarity(keys.keySet())).hasSize(1))
                            .read())
                    .as("counted by key, %s", belief)
                    .isLessThan(SightingTable.MOST_COUNTED + 50);
            assertThat(cost(() -> assertThat(sightings.ofKeys(keys, 200)).hasSize(200))
                            .read())
                    .as("shown, %s", belief)
                    .isLessThan(250);
        }
        assertThat(cost(() -> assertThat(sightings.holders(strongly, 10)).hasSize(1))
                        .read())
                .as("linked, %s", belief)
                .isLessThan(100);
        assertThat(cost(() -> assertThat(sightings.newest(strongly.keySet(), new ReportNumber(FIRST + MANY / 2), 5))
                                .hasSize(1))
                        .read())
                .as("the newest, %s", belief)
                .isLessThan(20);
        assertThat(cost(() -> tables.hubs().dropUnheld()).read())
                .as("hubs that nobody holds, %s", belief)
                .isLessThan(50);
        readsNoMoreThanAPart(belief);
    }

    /// What a change of rules asks of fifty reports.
    private void readsNoMoreThanAPart(String belief) {
        var part = new KeysRenewed(
                new ReportNumber(FIRST + MANY / 2), new ReportNumber(FIRST + MANY / 2 + 49), 2, ReceivedReports.FILED);
        List<Sighting> keys = tables
                .sightings()
                .ofReports(IntStream.range(0, 50)
                        .mapToObj(i -> new ReportNumber(part.from().value() + i))
                        .toList())
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
        assertThat(keys).hasSizeGreaterThanOrEqualTo(100);
        assertThat(cost(() -> rekey.refresh(part, keys)).read())
                .as("refreshed, %s", belief)
                .isLessThan(1_000);
        assertThat(cost(() -> rekey.keepAges(part)).read())
                .as("ages, %s", belief)
                .isLessThan(1_000);
        assertThat(cost(() -> assertThat(rekey.outdated(part)).isEmpty()).read())
                .as("going, %s", belief)
                .isLessThan(1_000);
        assertThat(cost(() -> rekey.dropOutdated(part.from(), part.to())).read())
                .as("outdated, %s", belief)
                .isLessThan(1_000);
        assertThat(cost(() -> assertThat(rekey.dropUnheld(part)).isEmpty()).read())
                .as("unheld, %s", belief)
                .isLessThan(1_000);
        assertThat(cost(() -> rekey.refreshReasons(part.from(), part.to())).read())
                .as("versions, %s", belief)
                .isLessThan(1_000);
    }

    private HubTable.Row hubOf(ReportNumber report) {
        Sighting key = tables.sightings().ofReports(List.of(report)).get(report).getFirst();
        return new HubTable.Row(
                key.blind(),
                key.rule(),
                key.ruleVersion(),
                key.kind(),
                report,
                key.identifier(),
                key.finding(),
                new Hub.Crossing(4, Hub.Crossing.Counted.REPORTS),
                ReceivedReports.FILED);
    }

    private void linkEachToTheOneBefore(UUID key) {
        database.sql("""
                INSERT INTO linking.reason (newer, older, rule, rule_version, kind, tier, cross_role, newer_blind,
                                            older_blind, seconds_apart, made_at)
                SELECT n, n - 1, 'email.case-folded', 3, 'EMAIL', 'EXACT', false, ?, ?, 0, '2026-01-01Z'
                  FROM generate_series(?, ?) AS n
                """).params(key, key, FIRST + 1, FIRST + MANY - 1).update();
    }

    /// One report more than the limit of four.
    private ReportNumber hub(String mailbox) {
        ReportNumber last = reports.file(email(mailbox));
        for (int i = 0; i < 5; i++) {
            last = reports.file(email(mailbox));
        }
        settle();
        return last;
    }

    /// As many more reports with the keys of one.
    ///
    /// @return its key
    private Map<UUID, RoleSpace> multiply(ReportNumber of, int times) {
        List<Sighting> own = tables.sightings().ofReports(List.of(of)).get(of);
        assertThat(own).isNotEmpty();
        for (int from = 0; from < times; from += CHUNK) {
            List<Sighting> more = IntStream.range(from, Math.min(times, from + CHUNK))
                    .boxed()
                    .flatMap(i -> own.stream().map(one -> held(one, new ReportNumber(FIRST + i))))
                    .toList();
            transactions.run(() -> tables.sightings().insertAll(more));
        }
        return own.stream().collect(Collectors.toMap(Sighting::blind, Sighting::role));
    }

    private static Sighting held(Sighting one, ReportNumber by) {
        return new Sighting(
                one.blind(),
                one.keyVersion(),
                by,
                one.ordinal(),
                one.identifier(),
                one.finding(),
                one.kind(),
                one.role(),
                one.rule(),
                one.ruleVersion(),
                one.strength(),
                UUID.randomUUID(),
                one.seenAt(),
                one.seenAlso());
    }

    private Cost linking(Stated identifier) {
        ReportNumber number = reports.write(CHAT, NOON, List.of(), identifier);
        var entry = new Entry(
                number.value(),
                "intake.report-filed",
                1,
                number.asRecord(),
                "hub-cost",
                null,
                null,
                null,
                ReceivedReports.FILED,
                "{}");
        var batch = List.of(new Follower.Followed(entry, reports.filed(number)));
        return cost(() -> follower.prepare(batch).apply((_, _) -> {}));
    }

    private Cost cost(Runnable work) {
        var cost = new AtomicReference<Cost>();
        transactions.run(() -> {
            Cost before = soFar();
            work.run();
            cost.set(soFar().minus(before));
        });
        return cost.get();
    }

    /// What the current transaction has read of this module's tables and indexes.
    private Cost soFar() {
        return database.sql("""
                SELECT sum(pg_stat_get_xact_numscans(pg_class.oid)) AS scans,
                       sum(pg_stat_get_xact_tuples_returned(pg_class.oid)) AS read
                  FROM pg_class
                 WHERE relnamespace = 'linking'::regnamespace
                """)
                .query((row, _) -> new Cost(row.getLong("scans"), row.getLong("read")))
                .single();
    }

    private record Cost(long scans, long read) {

        Cost minus(Cost before) {
            return new Cost(scans - before.scans, read - before.read);
        }
    }
}

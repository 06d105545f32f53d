// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A loaded history is what linking makes of the same reports, one after the other.
@SpringBootTest(properties = "harborline.linking.fan-out-limit=1000")
class HistoryLoaderTests {

    private static final int REPORTS = 1_500;
    private static final int BATCH = 250;

    @Autowired
    private HistoryLoader loader;

    @Autowired
    private MeasuredLinking linking;

    @Autowired
    private WarmIndexes warm;

    @Autowired
    private JdbcClient database;

    @Test
    void holdsTheKeysAndLinksThatTheFollowerMakes() throws SQLException {
        var population = new HistoryPopulation(7, REPORTS);
        List<String> indexes = indexes();
        assertThat(loader.load(population)).isPositive();
        List<Map<String, Object>> keys = keys();
        List<Map<String, Object>> reasons = reasons();
        assertThat(indexes()).as("made again").isEqualTo(indexes);
        database.sql("DELETE FROM linking.sighting").update();
        database.sql("DELETE FROM linking.reason").update();

        for (int from = 0; from < REPORTS; from += BATCH) {
            var batch = IntStream.range(from, from + BATCH)
                    .mapToObj(population::report)
                    .toList();
            assertThat(linking.link(batch)).isNotZero();
        }

        assertThat(keys())
                .hasSizeGreaterThan(REPORTS * HistoryPopulation.IDENTIFIERS)
                .isEqualTo(keys);
        var made = new HashSet<>(reasons());
        assertThat(reasons).hasSizeGreaterThan(REPORTS / 2);
        assertThat(made).containsAll(reasons);
    }

    @Test
    void isTheSameForTheSameSeedAndHasPeopleOfEverySize() {
        var one = new HistoryPopulation(3, REPORTS);
        var other = new HistoryPopulation(3, REPORTS);
        var names = new ArrayList<String>();
        for (int report = 0; report < REPORTS; report++) {
            assertThat(one.report(report)).isEqualTo(other.report(report));
            names.add(one.report(report).identifiers().getFirst().value());
        }
        assertThat(names.stream().distinct().count()).isBetween((long) REPORTS / 2, (long) REPORTS - 100);
        assertThat(new HistoryPopulation(4, REPORTS).report(REPORTS - 1)).isNotEqualTo(one.report(REPORTS - 1));
    }

    /// Those of tables in parts and of others: linking one report writes into both.
    @Test
    void readsEveryIndexOfWhatIsLoaded() {
        assertThat(warm.files())
                .containsExactlyInAnyOrderElementsOf(
                        database.sql("""
                        SELECT pg_relation_filepath(indexrelid)
                          FROM pg_index
                          JOIN pg_class ON pg_class.oid = indrelid
                         WHERE relnamespace = 'linking'::regnamespace
                           AND relkind = 'r'
                           AND (relname LIKE 'sighting%' OR relname IN ('reason', 'hub'))
                        """).query(String.class).list());
    }

    private List<Map<String, Object>> keys() {
        return database.sql("""
                SELECT blind, report_number, seen_at, provider_id, ordinal, identifier_index, kind, role, rule, strength,
                       rule_version, key_version
                  FROM linking.sighting
                 ORDER BY report_number, ordinal
                """).query().listOfRows();
    }

    private List<Map<String, Object>> reasons() {
        return database.sql("""
                SELECT newer, older, rule, rule_version, kind, tier, newer_blind, older_blind, seconds_apart
                  FROM linking.reason
                 ORDER BY newer, older, rule
                """).query().listOfRows();
    }

    private List<String> indexes() {
        return database.sql("SELECT indexdef FROM pg_indexes WHERE schemaname = 'linking' ORDER BY indexdef")
                .query(String.class)
                .list();
    }
}

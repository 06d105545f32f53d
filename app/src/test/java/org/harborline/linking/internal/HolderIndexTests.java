// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.harborline.intake.IdentifierKind;
import org.harborline.linking.Hub;
import org.harborline.linking.Strength;
import org.harborline.linking.Tier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How the database answers who holds a key, beside a history.
@SpringBootTest(properties = "harborline.linking.fan-out-limit=1001")
class HolderIndexTests {

    private static final int REPORTS = 20_000;

    /// A look into a part that was made, and how often.
    private static final Pattern SEARCHED =
            Pattern.compile("Scan .* on (sighting_[a-z]+) [^\n]*\\(actual [^)]*( loops=[0-9]+)\\)");

    @Autowired
    private HistoryLoader loader;

    @Autowired
    private KeyMaker keys;

    @Autowired
    private HubTable hubs;

    @Autowired
    private SightingTable sightings;

    @Autowired
    private JdbcClient database;

    private final HistoryPopulation population = new HistoryPopulation(5, REPORTS);

    /// Whoever is asked for in one role costs one search of that role's keys: other roles, and all that is weak, none.
    @Test
    void readsTheKeysOfTheRoleAloneAndNoRowOfTheTable() throws SQLException {
        load();
        String plan = explained("EXPLAIN (ANALYZE, BUFFERS OFF) ", keyOf(1, 0), keyOf(2, 0));
        assertThat(plan).contains("Heap Fetches: 0").doesNotContain("sighting_weak");
        List<String> searched = SEARCHED.matcher(plan)
                .results()
                .map(found -> found.group(1) + found.group(2))
                .toList();
        // as a probe may be of any role, the plan names all three
        assertThat(searched).contains("sighting_reported loops=2").allMatch(one -> one.startsWith("sighting_reported"));
    }

    /// 200 reports hold it: what it costs is one look at the list of such keys.
    @Test
    void readsNoHolderOfAKeyThatIsInTooManyReports() throws SQLException {
        load();
        UUID common = keyOf(0, HistoryPopulation.EMAIL);
        assertThat(database.sql("SELECT count(*) FROM linking.sighting WHERE blind = ?")
                        .param(common)
                        .query(Long.class)
                        .single())
                .isEqualTo(REPORTS / 100);
        hubs.insertAll(List.of(new HubTable.Row(
                common,
                MatchRule.EMAIL_FOLDED.id(),
                1,
                IdentifierKind.EMAIL,
                HistoryPopulation.number(0),
                HistoryPopulation.EMAIL,
                null,
                new Hub.Crossing(10, Hub.Crossing.Counted.REPORTS),
                population.time(0))));
        assertThat(sightings
                        .holders(Map.of(common, RoleSpace.REPORTED), 200)
                        .get(common)
                        .isSpread())
                .isTrue();
        String plan = explained("EXPLAIN (ANALYZE, BUFFERS OFF) ", common);
        assertThat(plan).contains("One-Time Filter: ((hub.blind IS NULL)");
        assertThat(SEARCHED.matcher(plan).results()).as("looks into a part").isEmpty();
    }

    @Test
    void hasACodeForEachRuleAndKind() throws IllegalAccessException {
        List<String> rules = new ArrayList<>();
        for (Field field : MatchRule.class.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == MatchRule.class) {
                rules.add(((MatchRule) field.get(null)).id());
            }
        }
        assertThat(codes("SELECT unnest(enum_range(NULL::linking.match_rule))::text"))
                .containsExactlyInAnyOrderElementsOf(rules);
        assertThat(codes("SELECT unnest(enum_range(NULL::linking.identifier_kind))::text"))
                .containsExactlyInAnyOrder(names(IdentifierKind.values()));
        assertThat(codes("SELECT unnest(enum_range(NULL::linking.role_space))::text"))
                .containsExactlyInAnyOrder(names(RoleSpace.values()));
        assertThat(codes("SELECT unnest(enum_range(NULL::linking.strength))::text"))
                .containsExactlyInAnyOrder(names(Strength.values()));
        assertThat(codes("SELECT unnest(enum_range(NULL::linking.tier))::text"))
                .containsExactlyInAnyOrder(names(Tier.values()));
    }

    private List<String> codes(String statement) {
        return database.sql(statement).query(String.class).list();
    }

    private static String[] names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }

    private void load() throws SQLException {
        if (database.sql("SELECT NOT EXISTS (SELECT FROM linking.sighting)")
                .query(Boolean.class)
                .single()) {
            assertThat(loader.load(population)).isPositive();
        }
    }

    private UUID keyOf(int report, int place) {
        var received = population.report(report);
        return keys.ofReport(received, new Origin(received.provider(), received.service())).stream()
                .map(Fresh.Key::sighting)
                .filter(one -> one.identifier() != null && one.identifier() == place)
                .findFirst()
                .orElseThrow()
                .blind();
    }

    private String explained(String how, UUID... probes) {
        return String.join(
                "\n",
                database.sql(how + SightingTable.HOLDERS)
                        .param("keys", Rows.ids(List.of(probes)))
                        .param(
                                "roles",
                                Arrays.stream(probes)
                                        .map(_ -> RoleSpace.REPORTED.name())
                                        .toArray(String[]::new))
                        .param("limit", 800)
                        .query(String.class)
                        .list());
    }
}

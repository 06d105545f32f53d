// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.CHAT;
import static org.harborline.linking.internal.Stated.MAIL;
import static org.harborline.linking.internal.Stated.NOON;
import static org.harborline.linking.internal.Stated.a;
import static org.harborline.linking.internal.Stated.address;
import static org.harborline.linking.internal.Stated.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportState;
import org.harborline.linking.Confidence;
import org.harborline.linking.CutReason;
import org.harborline.linking.FindingKind;
import org.harborline.linking.LinkingProblem;
import org.harborline.linking.LookUp;
import org.harborline.linking.RecordFinding;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Strength;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.RecordRef;
import org.harborline.platform.testing.Eventually;
import org.harborline.platform.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class LookUpAndFindingTests extends LinkingCase {

    @Value("${harborline.database.url}")
    String url;

    @Autowired
    private SightingTable sightings;

    @Test
    void linksByAFindingAndTellsItOnce() {
        var known = reports.file(email("outside@town.example"));
        var report = reports.file(email("inside@town.example"));
        settle();
        assertThat(linksOf(report)).isEmpty();

        links.record(ANALYST, finding(report, "Outside@town.example"));
        settle();
        links.record(ANALYST, finding(report, "outside@TOWN.example"));
        settle();

        assertThat(linkedTo(report)).containsExactly(known);
        assertThat(facts(report, known)).containsExactly("linking.reports-linked");
        var evidence = links.reveal(ANALYST, ReportPair.of(report, known))
                .comparisons()
                .getFirst();
        assertThat(evidence.newer().record().kind()).isEqualTo("finding");
        assertThat(evidence.newer().value()).isEqualTo("Outside@town.example");
        assertThat(evidence.newer().comparedAs()).isEqualTo("outside@town.example");
        assertThat(links.findingsOf(ANALYST, List.of(report)).get(report))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.text()).isNull());
        assertThat(links.openFindings(ANALYST, List.of(report))
                        .get(report)
                        .getFirst()
                        .text()
                        .source())
                .isEqualTo("public profile");
    }

    @Test
    void acceptsShortTextOnlyAsAFinding() {
        var report = reports.file(email("text@town.example"));
        settle();
        var good = finding(report, "text2@town.example");

        for (String value : List.of(
                " ",
                "data:image/x;base64,AAAA",
                "A".repeat(400),
                "a\u0001b",
                "x y ".repeat(501),
                "MD5: 0123456789abcdef0123456789abcdef",
                "paid with 4111 1111 1111 1111")) {
            var bad = new RecordFinding(
                    report,
                    FindingKind.FACT,
                    null,
                    null,
                    false,
                    good.role(),
                    value,
                    good.source(),
                    good.method(),
                    NOON.atOffset(java.time.ZoneOffset.UTC),
                    null,
                    Confidence.LOW);
            assertProblem(LinkingProblem.FINDING_NOT_ACCEPTED, () -> links.record(ANALYST, bad));
        }
        assertThat(links.findingsOf(ANALYST, List.of(report))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ReportState.class,
            names = {"OPEN", "RETRACTED", "EXPIRED"})
    void acceptsNoFindingBesideAReportThatWasNeverFiled(ReportState state) {
        var report = reports.write(MAIL, NOON, List.of(), email("never@town.example"));
        reports.states.put(report, state);

        assertProblem(
                LinkingProblem.REPORT_NOT_FILED, () -> links.record(ANALYST, finding(report, "never@town.example")));
    }

    @Test
    void looksAnExactIdentifierUpInAllRolesAndJournalsOnlyThatItDid() {
        var reported = reports.file(email("find@town.example"));
        var victim =
                reports.file(MAIL, NOON, List.of(), email("FIND@town.example").of(PartyRole.VICTIM));
        settle();
        var answer =
                links.lookUp(ANALYST, new LookUp(IdentifierKind.EMAIL, "Find@town.example", null, null, null, null));

        assertThat(answer.hits()).extracting(hit -> hit.report()).containsExactly(victim, reported);
        assertThat(answer.hits()).extracting(hit -> hit.side().value()).containsExactly("victim", "reported");
        assertThat(answer.senders()).isEqualTo(2);
        Eventually.holds(() -> assertThat(journal.of(SYSTEM, RecordRef.of("look-up", answer.id()), 0, 10))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.type()).isEqualTo("linking.identifier-looked-up");
                    assertThat(entry.purpose()).isEqualTo("TRIAGE");
                    assertThat(entry.body()).doesNotContainIgnoringCase("town");
                }));
    }

    @Test
    void looksAddressesAndNamesUpByTheirWeakKeysToo() {
        var report = reports.file(address("198.51.100.99").at(NOON), a(IdentifierKind.SCREEN_NAME, "wide_name"));
        settle();

        var byAddress = links.lookUp(
                ANALYST, new LookUp(IdentifierKind.IP_ADDRESS, "::ffff:198.51.100.99", null, null, null, null));
        var byName =
                links.lookUp(ANALYST, new LookUp(IdentifierKind.SCREEN_NAME, "@Wide_Name", null, null, null, null));

        assertThat(byAddress.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.report()).isEqualTo(report);
            assertThat(hit.strength()).isEqualTo(Strength.WEAK);
        });
        assertThat(byName.hits()).extracting(hit -> hit.report()).containsExactly(report);
    }

    @Test
    void findsAChildsNameWithItsProviderAndSaysSoWithout() {
        var report =
                reports.file(CHAT, NOON, List.of(ReceivedReports.child()), a(IdentifierKind.SCREEN_NAME, "kid_88"));
        settle();

        var anywhere = links.lookUp(ANALYST, new LookUp(IdentifierKind.SCREEN_NAME, "kid_88", null, null, null, null));
        var there = links.lookUp(ANALYST, new LookUp(IdentifierKind.SCREEN_NAME, "kid_88", null, CHAT, null, null));

        assertThat(anywhere.hits()).isEmpty();
        assertThat(anywhere.missing()).containsExactly(LookUpDesk.PROVIDER_MISSING);
        assertThat(there.hits()).extracting(hit -> hit.report()).containsExactly(report);
        assertThat(there.missing()).isEmpty();
    }

    @Test
    void findsAVictimsAddressWithPortAndTimeAndSaysSoWithout() {
        var report = reports.file(address("198.51.100.98")
                .port(40021)
                .at(NOON)
                .of(PartyRole.VICTIM)
                .path("/report/victim[1]"));
        settle();

        var plain =
                links.lookUp(ANALYST, new LookUp(IdentifierKind.IP_ADDRESS, "198.51.100.98", null, null, null, null));
        var exact =
                links.lookUp(ANALYST, new LookUp(IdentifierKind.IP_ADDRESS, "198.51.100.98", null, null, 40021, NOON));

        assertThat(plain.hits()).isEmpty();
        assertThat(plain.missing()).containsExactly(AddressRules.PORT_MISSING, AddressRules.TIME_MISSING);
        assertThat(exact.hits()).extracting(hit -> hit.report()).containsExactly(report);
    }

    @Test
    void refusesLookUpsWithoutPurposeOrForNames() {
        var lookUp = new LookUp(IdentifierKind.EMAIL, "find@town.example", null, null, null, null);
        var named = new LookUp(IdentifierKind.PERSON_NAME, "Sam Sample", null, null, null, null);

        assertProblem(PlatformProblem.PURPOSE_NEEDED, () -> links.lookUp(without(Set.of(Permission.LOOK_UP)), lookUp));
        assertProblem(LinkingProblem.NOT_COMPARED, () -> links.lookUp(ANALYST, named));
    }

    @Test
    void masksValuesUntilTheyAreRevealedByAPersonWithAPurpose() {
        var older = reports.file(email("mask@town.example"));
        var newer = reports.file(email("Mask@town.example"));
        settle();
        var pair = ReportPair.of(older, newer);

        assertThat(links.evidence(ANALYST, pair).comparisons()).singleElement().satisfies(comparison -> {
            assertThat(comparison.newer().value()).isEqualTo("M\u2022\u2022\u2022@town.example");
            assertThat(comparison.older().value()).isEqualTo("m\u2022\u2022\u2022@town.example");
            assertThat(comparison.newer().comparedAs()).isNull();
        });
        settleAll();
        reports.openedBy.clear();
        var revealed = links.reveal(ANALYST, pair).comparisons().getFirst();
        assertThat(revealed.newer().value()).isEqualTo("Mask@town.example");
        assertThat(revealed.newer().comparedAs()).isEqualTo("mask@town.example");
        assertThat(revealed.older().value()).isEqualTo("mask@town.example");
        assertThat(revealed.older().comparedAs()).as("reads as it is stated").isNull();
        assertThat(reports.openedBy).containsExactly("analyst-7");
        assertThat(links.identifiersOf(ANALYST, newer).lines())
                .extracting(line -> line.value())
                .containsExactly("M\u2022\u2022\u2022@town.example");
        assertThat(links.revealIdentifiers(ANALYST, newer).lines())
                .extracting(line -> line.value())
                .containsExactly("Mask@town.example");
        assertProblem(
                PlatformProblem.PURPOSE_NEEDED, () -> links.reveal(without(Set.of(Permission.REPORT_REVEAL)), pair));
    }

    @Test
    void answersNobodyWithoutThePermission() {
        var pair = new ReportPair(new ReportNumber(2), new ReportNumber(1));
        Actor nobody = without(Set.of());
        var lookUp = new LookUp(IdentifierKind.EMAIL, "find@town.example", null, null, null, null);
        Stream.<Runnable>of(
                        () -> links.linksOf(nobody, List.of(pair.newer())),
                        () -> links.clusterOf(nobody, pair.newer()),
                        () -> links.evidence(nobody, pair),
                        () -> links.reveal(nobody, pair),
                        () -> links.identifiersOf(nobody, pair.newer()),
                        () -> links.revealIdentifiers(nobody, pair.newer()),
                        () -> links.cut(nobody, pair, CutReason.SHARED),
                        () -> links.undoCut(nobody, UUID.randomUUID()),
                        () -> links.hubs(nobody, null, 10),
                        () -> links.lookUp(nobody, lookUp),
                        () -> links.senders(nobody),
                        () -> links.record(nobody, finding(pair.newer(), "x@town.example")),
                        () -> links.findingsOf(nobody, List.of(pair.newer())),
                        () -> links.openFindings(nobody, List.of(pair.newer())))
                .forEach(call -> assertProblem(PlatformProblem.NOT_FOUND, call));
    }

    @Test
    void answersByIndexAtTwoHundredThousandKeys() {
        database.sql("""
                INSERT INTO linking.sighting
                       (blind, report_number, ordinal, identifier_index, kind, role, rule, rule_version, strength,
                        key_version, provider_id, seen_at)
                SELECT gen_random_uuid(), 10000000 + n / 10, n % 10, 0, 'EMAIL', 'REPORTED', 'email.case-folded', 1,
                       'STRONG', 1, gen_random_uuid(), '2026-01-01Z'
                  FROM generate_series(1, 200000) AS n
                """).update();
        TestServer.asSuperuser(url, "ANALYZE linking.sighting");
        var plans = new ArrayList<String>();
        plans.add(explain("EXPLAIN "
                + SightingTable.HOLDERS
                        .replace(":keys", "ARRAY[gen_random_uuid(), gen_random_uuid()]")
                        .replace(":roles", "'{REPORTED,VICTIM}'")
                        .replace(":limit", "200")));
        plans.add(explain(
                "EXPLAIN SELECT blind FROM linking.sighting WHERE report_number = ANY(ARRAY[10000001, 10000002])"));
        database.sql("DELETE FROM linking.sighting WHERE report_number >= 10000000")
                .update();

        // the other parts are empty, and reading an empty one is the cheapest there is
        assertThat(plans)
                .allSatisfy(plan -> assertThat(plan)
                        .contains("on sighting_reported")
                        .doesNotContain("Seq Scan on sighting_reported"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 50, 200, 500, 2_000, 10_000, 50_000})
    void readsNoMoreOfACommonKeyThanItShows(int keys) {
        var common = UUID.randomUUID();
        database.sql("""
                INSERT INTO linking.sighting
                       (blind, report_number, ordinal, identifier_index, kind, role, rule, rule_version, strength,
                        key_version, provider_id, seen_at)
                SELECT ?, 20000000 + n, 0, 0, 'IP_ADDRESS', 'REPORTED', 'ip.address', 1, 'WEAK', 1,
                       gen_random_uuid(), '2026-01-01Z'
                  FROM generate_series(1, 50000) AS n
                """).param(common).update();
        TestServer.asSuperuser(url, "ANALYZE linking.sighting");
        // whatever the planner believes of the number of different keys, and with none of them stored together
        TestServer.asSuperuser(url, """
                SELECT pg_restore_attribute_stats(
                       'schemaname', 'linking', 'relname', 'sighting_weak', 'attname', 'blind', 'inherited', false,
                       'null_frac', 0::real, 'avg_width', 16, 'n_distinct', %d::real, 'correlation', 0::real)
                """.formatted(keys));
        var plan = explain("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) "
                + SightingTable.OF_KEYS
                        .replace(":keys", "'{" + common + "," + UUID.randomUUID() + "}'")
                        .replace(":roles", "'{REPORTED,VICTIM}'")
                        .replace(":limit", "201"));
        var newest = sightings.ofKeys(Map.of(common, RoleSpace.REPORTED), 201);
        var together = sightings.together(Map.of(common, RoleSpace.REPORTED));
        database.sql("DELETE FROM linking.sighting WHERE report_number >= 20000000")
                .update();

        assertThat(plan).contains("Index Scan Backward using sighting_weak").doesNotContain("rows=50000");
        assertThat(newest).hasSize(201);
        assertThat(newest.getFirst().report()).isEqualTo(new ReportNumber(20_050_000));
        assertThat(together.senders()).isGreaterThan(201);
        assertThat(together.more()).isTrue();
    }

    private String explain(String statement) {
        return String.join("\n", database.sql(statement).query(String.class).list());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Follower;
import org.harborline.linking.LinkDecisions;
import org.harborline.linking.LinkingProblem;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Suggestion;
import org.harborline.linking.SuggestionSheet;
import org.harborline.linking.Suggestions;
import org.harborline.platform.Code;
import org.harborline.platform.KeyUse;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.internal.keys.Rotating;
import org.harborline.platform.testing.TestServer;
import org.harborline.vault.facts.RecordErased;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/// Links that are suggested by likeness, from what is filed to what people decide.
@TestPropertySource(properties = {"harborline.test.context=suggestions", "db-scheduler.polling-interval=1h"})
class SuggestionsTests extends LinkingCase {

    @Value("${harborline.database.url}")
    private String url;

    @Autowired
    private Suggestions suggestions;

    @Autowired
    private SuggestLinks job;

    @Autowired
    private LinkDecisions decisions;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void forget() {
        for (String table : List.of("blocking_key", "profile", "suggestion", "word", "reason", "sighting")) {
            database.sql("DELETE FROM linking." + table).update();
        }
    }

    private ReportNumber file(Described described) {
        var report = described.report();
        reports.hold(report);
        transactions.run(() -> journal.record(SYSTEM, reports.filed(report.number())));
        return report.number();
    }

    /// Two spellings of one name, one day of birth, two handles that are nearly the same.
    private ReportPair alike() {
        ReportNumber one = file(first());
        ReportNumber two = file(second());
        compare();
        return ReportPair.of(one, two);
    }

    private static Described first() {
        return Described.person("Katherine Sampel").born("1980-03-07").alias("kat.sampel80");
    }

    private static Described second() {
        return Described.person("Catherine Sample").born("1980-03-07").alias("kat_sampel_80x");
    }

    private void compare() {
        settle();
        job.run();
        settle();
    }

    private List<ReportPair> listed() {
        return suggestions.list(ANALYST, null, 100).stream()
                .map(Suggestion::pair)
                .toList();
    }

    private long count(String table, ReportNumber report) {
        return database.sql("SELECT count(*) FROM linking." + table + " WHERE report_number = ?")
                .param(report.value())
                .query(Long.class)
                .single();
    }

    @Test
    void suggestsWhatIsLikelyOnePersonAndGroupsNothing() {
        ReportPair pair = alike();

        Suggestion one = suggestions.list(ANALYST, null, 100).getFirst();
        assertThat(one.pair()).isEqualTo(pair);
        assertThat(one.probability()).isBetween(0.98, 1.0);
        assertThat(one.model()).isZero();
        double parts = one.parts().stream().mapToDouble(Suggestion.Part::weight).sum();
        assertThat(1 / (1 + Math.pow(2, -(one.start() + parts - one.taken()))))
                .isCloseTo(one.probability(), org.assertj.core.data.Offset.offset(1e-9));
        assertThat(suggestions.of(ANALYST, pair.older())).containsExactly(one);

        assertThat(linksOf(pair.newer())).isEmpty();
        assertThat(links.clusterOf(ANALYST, pair.newer()).reports()).containsExactly(pair.newer());
        assertThat(facts(pair.newer(), pair.older())).containsExactly("linking.link-suggested");
    }

    @Test
    void showsValuesOnlyWhenTheyAreRevealedAndToThoseWhoMayDecide() {
        ReportPair pair = alike();

        assertThat(suggestions.sheet(ANALYST, pair).rows())
                .flatExtracting(SuggestionSheet.Row::newer)
                .contains("C\u2022\u2022\u2022")
                .noneMatch(value -> value.contains("atherine") || value.contains("1980"));
        settleAll();
        reports.openedBy.clear();
        assertThat(suggestions.reveal(ANALYST, pair).rows().getFirst().older()).containsExactly("Katherine Sampel");
        assertThat(reports.openedBy).containsExactly(ANALYST.id());

        var reader = without(Set.of(Permission.REPORT_READ, Permission.REPORT_REVEAL));
        assertProblem(PlatformProblem.NOT_FOUND, () -> suggestions.list(reader, null, 10));
        assertProblem(PlatformProblem.NOT_FOUND, () -> suggestions.sheet(reader, pair));
        assertProblem(PlatformProblem.NOT_FOUND, () -> suggestions.reject(reader, pair));
    }

    @Test
    void becomesALinkWhenSomebodyConfirmsAndIsOfferedAgainWhenThatIsTakenBack() {
        ReportPair pair = alike();

        UUID word = suggestions.confirm(ANALYST, pair);
        settle();
        job.run();

        assertThat(linkedTo(pair.newer())).containsExactly(pair.older());
        assertThat(listed()).isEmpty();
        assertThat(suggestions.sheet(ANALYST, pair).suggestion().state()).isEqualTo(Suggestion.State.LINKED);
        assertProblem(LinkingProblem.ALREADY_DECIDED, () -> suggestions.confirm(ANALYST, pair));

        decisions.undoConfirmation(ANALYST, word);
        settle();
        assertThat(linkedTo(pair.newer())).isEmpty();
        assertThat(listed()).containsExactly(pair);
    }

    @Test
    void isNotOfferedAgainOnceRejectedNorAfterARebuild() {
        ReportPair pair = alike();

        UUID rejection = suggestions.reject(ANALYST, pair);
        assertThat(listed()).isEmpty();
        assertProblem(LinkingProblem.ALREADY_DECIDED, () -> suggestions.reject(ANALYST, pair));

        for (String table : List.of("blocking_key", "profile")) {
            database.sql("DELETE FROM linking." + table).update();
        }
        database.sql("DELETE FROM linking.suggestion").update();
        rebuild(List.of(pair.older(), pair.newer()), 2);
        job.run();

        assertThat(listed()).isEmpty();
        assertThat(suggestions.of(ANALYST, pair.newer()))
                .extracting(Suggestion::state)
                .containsExactly(Suggestion.State.REJECTED);

        suggestions.undoRejection(ANALYST, rejection);
        assertThat(listed()).containsExactly(pair);
    }

    @Test
    void neverLooksForChildrenVictimsAndRecipientsByLikeness() {
        var never = List.of(
                file(first().of(PartyRole.VICTIM)),
                file(first().of(PartyRole.INTENDED_RECIPIENT)),
                file(first().aged(17)),
                file(first().ageInDoubt()),
                file(first().takenOver()),
                file(first().betweenMinors()),
                file(Described.person("Katherine Sampel").born("2010-03-07").alias("kat.sampel80")));
        file(second());
        compare();

        assertThat(listed()).isEmpty();
        never.forEach(report -> {
            assertThat(count("profile", report)).isZero();
            assertThat(count("blocking_key", report)).isZero();
        });
    }

    @Test
    void neverSuggestsWhatSharesOneFieldOnlyNorNamesakesInOneTown() {
        file(Described.person("Morgan Placeholder").born("1971-01-02"));
        file(Described.person("Morgan Placeholder").born("1985-06-17"));
        file(Described.person("Robin Invented").born("1966-12-12").alias("robin.inv"));
        file(Described.person("Sam Nobody").born("1966-12-12").alias("nobody.sam"));
        file(Described.person("Alex Fiction").in("Springfield", null));
        file(Described.person("Alex Fiction").in("Springfield", null));
        compare();

        assertThat(listed()).isEmpty();
    }

    @Test
    void leavesOutWhatTheGateCut() {
        var cut = file(Described.person("Kat [not kept: fingerprint, 32 characters]")
                .born("1980-03-07")
                .in("Town [not kept: fingerprint, 32 characters]", null));
        compare();

        assertThat(count("profile", cut)).isZero();
    }

    @Test
    void doesNotSuggestWhatIsLinkedAlready() {
        ReportNumber one = file(first().with(IdentifierKind.EMAIL, "kat@town.example"));
        file(second().with(IdentifierKind.EMAIL, "kat@town.example"));
        compare();

        assertThat(listed()).isEmpty();
        assertThat(linkedTo(one)).hasSize(1);
    }

    @Test
    void hidesWhatRestsOnAReportWhoseCaseEnded() {
        ReportPair pair = alike();
        database.sql("INSERT INTO linking.discredited (report_number, discredited_at) VALUES (?, now())")
                .param(pair.older().value())
                .update();

        assertThat(listed()).isEmpty();
        database.sql("DELETE FROM linking.discredited").update();
        assertThat(listed()).containsExactly(pair);
    }

    @Test
    void forgetsAnErasedReport() {
        ReportPair pair = alike();
        Entry entry = journal.of(SYSTEM, pair.newer().asRecord(), 0, 1).getFirst();
        var erased = new RecordErased(
                UUID.randomUUID(), pair.newer().asRecord(), Code.of("retention-over"), Code.of("analyst-7"), List.of());
        transactions.run(() ->
                follower.prepare(List.of(new Follower.Followed(entry, erased))).apply((_, _) -> {}));

        assertThat(listed()).isEmpty();
        assertThat(count("profile", pair.newer())).isZero();
        assertThat(count("blocking_key", pair.newer())).isZero();
        assertThat(count("profile", pair.older())).isOne();
        assertProblem(PlatformProblem.NOT_FOUND, () -> suggestions.sheet(ANALYST, pair));
    }

    @Test
    void passesOverAKeyThatVeryManyHoldAtTheSameCost() {
        ReportNumber one = file(first());
        settle();
        database.sql("""
                INSERT INTO linking.blocking_key (blind, report_number, party, rule, rule_version, key_version)
                SELECT blind, 1000000 + holder, 0, rule, rule_version, key_version
                  FROM linking.blocking_key, generate_series(1, 100000) AS holder
                 WHERE report_number = ? AND rule = 'NAME_BIRTH_DATE'
                """).param(one.value()).update();
        TestServer.asSuperuser(url, "ANALYZE linking.blocking_key");
        ReportNumber two = file(second());
        settleAll();
        reports.openedBy.clear();
        job.run();

        assertThat(listed()).containsExactly(ReportPair.of(one, two));
        assertThat(suggestions.passedOver(ANALYST, two)).isOne();
        assertThat(reports.openedBy.size()).isLessThanOrEqualTo(3);
        String plan = String.join(
                "\n",
                database.sql("EXPLAIN (ANALYZE, BUFFERS OFF) " + ProfileTable.HOLDERS)
                        .param(
                                "keys",
                                database.sql("SELECT blind::text FROM linking.blocking_key WHERE report_number = ?")
                                        .param(two.value())
                                        .query(String.class)
                                        .list()
                                        .toArray(String[]::new))
                        .param("limit", SuggestLinks.BUCKET + 1)
                        .query(String.class)
                        .list());
        assertThat(plan).contains("using blocking_key_pk").doesNotContain("Seq Scan on blocking_key");
    }

    @Test
    void findsThoseWhoseKeysAreOfAnotherVersion() {
        ReportNumber one = file(first());
        settle();
        Rotating.promoteNew(context, KeyUse.Kind.BLINDING);
        ReportNumber two = file(second());
        compare();

        assertThat(listed()).containsExactly(ReportPair.of(one, two));
    }

    @Test
    void storesNoValueAndHasACodeForEachRule() {
        alike();

        assertThat(database.sql("SELECT string_agg(s::text, ' ') FROM linking.suggestion AS s")
                        .query(String.class)
                        .single())
                .doesNotContainIgnoringCase("sampel")
                .doesNotContain("1980");
        assertThat(database.sql("SELECT unnest(enum_range(NULL::linking.blocking_rule))::text")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(BlockingRule.values())
                        .map(Enum::name)
                        .toList());
    }
}

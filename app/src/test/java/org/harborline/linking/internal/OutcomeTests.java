// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.a;
import static org.harborline.linking.internal.Stated.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.internal.JournalControl;
import org.harborline.linking.CutReason;
import org.harborline.linking.Link;
import org.harborline.linking.LinkReason;
import org.harborline.linking.LinkReason.Lost;
import org.harborline.linking.LinkState;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Tier;
import org.harborline.linking.WithdrawalReason;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Code;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.RecordRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/// What the end of a case does to the links of its report: the same whichever came first, and nothing once it
/// is taken back.
@TestPropertySource(properties = "harborline.test.context=outcomes")
class OutcomeTests extends LinkingCase {

    private static final Actor OFFICER =
            new Actor("officer-1", ActorKind.AGENCY, Set.of(Permission.PACKAGE_ANSWER), null, null);

    @Autowired
    private ApplicationContext context;

    @Test
    void stopsWhatRestsOnTheReportUntilTheOutcomeIsTakenBack() {
        var first = reports.file(email("ended@town.example"));
        var ended = reports.file(email("ended@town.example"));
        var third = reports.file(email("ended@town.example"));
        settle();

        discredit(ended);
        settle();

        assertThat(linkedTo(ended)).isEmpty();
        assertThat(linkedTo(third)).containsExactly(first);
        assertThat(links.clusterOf(ANALYST, first).reports()).containsExactly(first, third);
        assertThat(linksOf(ended)).allSatisfy(link -> {
            assertThat(link.state()).isEqualTo(LinkState.WITHDRAWN);
            assertThat(link.reasons()).extracting(LinkReason::lost).containsExactly(Lost.OUTCOME);
        });
        assertThat(facts(ended, first)).containsExactly("linking.reports-linked", "linking.link-withdrawn");
        assertThat(facts(third, first)).containsExactly("linking.reports-linked");
        rebuildsTheSame();

        links.discredit(OFFICER, ended, Code.of("false-report"));
        links.credit(OFFICER, ended);
        settle();

        assertThat(linkedTo(ended)).containsExactlyInAnyOrder(first, third);
        assertThat(facts(third, ended))
                .containsExactly("linking.reports-linked", "linking.link-withdrawn", "linking.reports-linked");
        rebuildsTheSame();
    }

    /// The outcome comes after so many of six reports that share an identifier, the last two of which make it
    /// spread.
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void endsTheSameWhicheverCameFirst(int position) {
        List<String> expected = world("expected-" + position, 2, false);

        assertThat(world("one-by-one-" + position, position, false)).isEqualTo(expected);
        assertThat(world("at-once-" + position, position, true)).isEqualTo(expected);
        assertThat(expected).contains("1-0 WITHDRAWN [OUTCOME, SPREAD]", "2-0 IN_EFFECT [SPREAD, null]");
        rebuildsTheSame();
    }

    /// Reports that share one identifier which spreads and, the first three, another which does not.
    ///
    /// @return how they are linked, by their places
    private List<String> world(String name, int position, boolean atOnce) {
        var filed = new ArrayList<ReportNumber>();
        Runnable happening = () -> {
            for (int i = 0; i < 6; i++) {
                if (i == position) {
                    discredit(filed.get(1));
                }
                filed.add(file(name, i));
                if (!atOnce) {
                    settle();
                }
            }
            if (position == 6) {
                discredit(filed.get(1));
            }
        };
        if (atOnce) {
            JournalControl.stopped(context, happening);
        } else {
            happening.run();
        }
        settle();
        return links.linksOf(ANALYST, filed).entrySet().stream()
                .flatMap(entry -> entry.getValue().stream())
                .distinct()
                .map(link -> described(link, filed))
                .sorted()
                .toList();
    }

    private ReportNumber file(String name, int i) {
        return i < 3
                ? reports.file(email(name + "@town.example"), email(name + ".few@town.example"))
                : reports.file(email(name + "@town.example"));
    }

    private static String described(Link link, List<ReportNumber> filed) {
        return filed.indexOf(link.pair().newer()) + "-"
                + filed.indexOf(link.pair().older()) + " " + link.state() + " "
                + link.reasons().stream()
                        .map(reason -> String.valueOf(reason.lost()))
                        .sorted()
                        .toList();
    }

    @Test
    void tellsOfNoLinkWithAReportWhoseCaseEndedBefore() {
        var ended = reports.file(email("late@town.example"));
        settle();
        discredit(ended);
        var late = reports.file(email("late@town.example"));
        settle();

        assertThat(linkedTo(late)).isEmpty();
        assertThat(facts(late, ended)).isEmpty();

        links.credit(OFFICER, ended);
        settle();

        assertThat(linkedTo(late)).containsExactly(ended);
        assertThat(facts(late, ended)).containsExactly("linking.reports-linked");
        rebuildsTheSame();
    }

    @Test
    void leavesWhatALaterReportsSenderSaysAndDropsWhatTheEndedOneSays() {
        var named = reports.file(email("named@town.example"));
        var ended = reports.file(a(IdentifierKind.PRIOR_REPORT, named.toString()), email("both@town.example"));
        var later = reports.file(a(IdentifierKind.PRIOR_REPORT, ended.toString()), email("both@town.example"));
        settle();

        discredit(ended);
        settle();

        assertThat(linkedTo(named)).isEmpty();
        assertThat(linksOf(later)).singleElement().satisfies(link -> {
            assertThat(link.inEffect()).isTrue();
            assertThat(link.reasons())
                    .filteredOn(reason -> reason.lost() == null)
                    .extracting(LinkReason::tier)
                    .containsExactly(Tier.ASSERTED);
        });
        assertThat(facts(later, ended)).containsExactly("linking.reports-linked");

        links.credit(OFFICER, ended);
        settle();

        assertThat(linkedTo(named)).containsExactly(ended);
        assertThat(facts(later, ended)).containsExactly("linking.reports-linked");
    }

    @Test
    void waitsForBothReportsOfAPair() {
        var one = reports.file(email("both.ended@town.example"));
        var two = reports.file(email("both.ended@town.example"));
        settle();
        discredit(one);
        discredit(two);
        links.credit(OFFICER, one);
        settle();

        assertThat(linkedTo(two)).isEmpty();
        assertThat(facts(two, one)).containsExactly("linking.reports-linked", "linking.link-withdrawn");

        links.credit(OFFICER, two);
        settle();

        assertThat(linkedTo(two)).containsExactly(one);
        rebuildsTheSame();
    }

    @Test
    void bringsNothingBackThatFellOtherwiseMeanwhile() {
        var known = reports.file(email("fell@town.example"));
        var ended = reports.file(email("fell.inside@town.example"));
        UUID finding = links.record(ANALYST, finding(ended, "fell@town.example"));
        settle();
        discredit(ended);
        links.withdraw(ANALYST, ended, finding, WithdrawalReason.OTHER_PERSON);
        links.credit(OFFICER, ended);
        settle();

        assertThat(linksOf(ended))
                .singleElement()
                .satisfies(link ->
                        assertThat(link.reasons()).extracting(LinkReason::lost).containsExactly(Lost.FINDING));
        assertThat(facts(ended, known)).containsExactly("linking.reports-linked", "linking.link-withdrawn");
        rebuildsTheSame();
    }

    @Test
    void keepsACutThroughAnOutcome() {
        var one = reports.file(email("cut.ended@town.example"));
        var two = reports.file(email("cut.ended@town.example"));
        settle();
        discredit(one);
        settle();
        var cut = links.cut(ANALYST, ReportPair.of(two, one), CutReason.SHARED);
        links.credit(OFFICER, one);
        settle();

        assertThat(linkedTo(two)).isEmpty();

        links.undoCut(ANALYST, cut.id());
        settle();

        assertThat(linkedTo(two)).containsExactly(one);
        assertThat(facts(two, one))
                .containsExactly(
                        "linking.reports-linked",
                        "linking.link-withdrawn",
                        "linking.link-cut",
                        "linking.cut-undone",
                        "linking.link-restored");
        rebuildsTheSame();
    }

    @Test
    void endsAlertsAsWell() {
        var victim = reports.file(email("alert.ended@town.example").of(PartyRole.VICTIM));
        var ended = reports.file(email("alert.ended@town.example"));
        settle();
        assertThat(linksOf(victim)).allMatch(Link::alerts);

        discredit(ended);
        settle();
        assertThat(linksOf(victim)).noneMatch(Link::alerts);

        links.credit(OFFICER, ended);
        settle();
        assertThat(linksOf(victim)).allMatch(Link::alerts);
        assertThat(journal.of(SYSTEM, new RecordRef("cross-role-hit", ended + "-" + victim), 0, 10))
                .extracting(Entry::type)
                .containsExactly("linking.reports-linked", "linking.reports-linked");
    }

    @Test
    void takesTheWordOfThoseWhoAnswerOnly() {
        var report = reports.file(email("whose.word@town.example"));

        assertProblem(PlatformProblem.NOT_FOUND, () -> links.discredit(ANALYST, report, Code.of("no-crime")));
        assertProblem(PlatformProblem.NOT_FOUND, () -> links.credit(ANALYST, report));
    }

    private void discredit(ReportNumber report) {
        links.discredit(OFFICER, report, Code.of("no-crime"));
    }

    private void rebuildsTheSame() {
        List<String> before = all();
        JournalControl.stopped(
                context,
                () -> assertThat(JournalControl.rebuild(context, "linking")).isEmpty());
        assertThat(all()).isEqualTo(before);
    }

    private List<String> all() {
        return database.sql("""
                SELECT newer || '-' || older || ' ' || rule || ' ' || made_at || ' ' || coalesce(withdrawn_cause, '')
                  FROM linking.reason
                 ORDER BY newer, older, newer_blind, older_blind
                """).query(String.class).list();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.harborline.linking.internal.Stated.CHAT;
import static org.harborline.linking.internal.Stated.MAIL;
import static org.harborline.linking.internal.Stated.NOON;
import static org.harborline.linking.internal.Stated.a;
import static org.harborline.linking.internal.Stated.address;
import static org.harborline.linking.internal.Stated.email;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.linking.CutReason;
import org.harborline.linking.Hub;
import org.harborline.linking.Link;
import org.harborline.linking.LinkReason;
import org.harborline.linking.LinkState;
import org.harborline.linking.LinkingProblem;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Tier;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.RecordRef;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LinkingTests extends LinkingCase {

    @Autowired
    private LinkHistory history;

    @Test
    void linksTwoReportsThatSpellOneMailboxDifferentlyAndSaysWhy() {
        var older = reports.file(email("s.sample@mail.example"));
        var newer = reports.file(MAIL, NOON.plus(Duration.ofDays(11)), List.of(), email("SSample+x@mail.example"));
        settle();

        assertThat(linkedTo(newer)).containsExactly(older);
        assertThat(linkedTo(older)).containsExactly(newer);
        Link link = linksOf(newer).getFirst();
        var reason = link.reasons().getFirst();
        assertThat(reason.tier()).isEqualTo(Tier.EXACT);
        assertThat(reason.rule().value()).isEqualTo("email.provider-canonical");
        assertThat(reason.apart()).isEqualTo(Duration.ofDays(11));
        assertThat(reason.rarity().reports()).isEqualTo(2);
        assertThat(reason.rarity().senders()).isEqualTo(2);
        assertThat(facts(newer, older)).containsExactly("linking.reports-linked");
    }

    @Test
    void tellsOneLinkForSeveralSharedIdentifiers() {
        var older = reports.file(email("two@town.example"), a(IdentifierKind.PROVIDER_USER_ID, "u-two"));
        var newer = reports.file(email("TWO@town.example"), a(IdentifierKind.PROVIDER_USER_ID, "u-two"));
        settle();

        assertThat(linksOf(newer)).hasSize(1);
        assertThat(linksOf(newer).getFirst().reasons())
                .extracting(reason -> reason.rule().value())
                .containsExactly("account.provider-service-id", "email.case-folded");
        assertThat(facts(newer, older)).hasSize(1);
    }

    @Test
    void doesNotLinkAcrossAMissingUnderscoreOrAnExtraDigit() {
        reports.file(
                email("lone_wolf@town.example"),
                address("203.0.113.1").port(40021).at(NOON));
        var other = reports.file(
                email("lonewolf@town.example"),
                address("203.0.113.11").port(40021).at(NOON));
        settle();

        assertThat(linksOf(other)).isEmpty();
    }

    @Test
    void doesNotLinkSharedCarrierAddressesWithoutPortAndTime() {
        reports.file(
                address("198.51.100.7").at(NOON), address("100.64.1.9").port(1).at(NOON));
        var other = reports.file(
                address("198.51.100.7").at(NOON), address("100.64.1.9").port(1).at(NOON));
        settle();

        assertThat(linksOf(other)).isEmpty();
    }

    @Test
    void linksOneAddressAndPortOnlyWithinSeconds() {
        var first = reports.file(address("198.51.100.8").port(40555).at(NOON));
        var near = reports.file(address("198.51.100.8").port(40555).at(NOON.plusSeconds(5)));
        var late = reports.file(address("198.51.100.8").port(40555).at(NOON.plusSeconds(11)));
        settle();

        assertThat(linkedTo(near)).containsExactly(first);
        assertThat(linksOf(late)).isEmpty();
    }

    @Test
    void comparesEveryTimeThatAReportStatesForAnAddress() {
        var first = reports.file(
                address("198.51.100.9").port(40556).at(NOON),
                address("198.51.100.9").port(40556).at(NOON.plusSeconds(900)));
        var near = reports.file(
                address("198.51.100.9").port(40556).at(NOON.minusSeconds(500)),
                address("198.51.100.9").port(40556).at(NOON.plusSeconds(903)));
        settle();

        assertThat(linkedTo(near)).containsExactly(first);
        assertThat(linksOf(near).getFirst().reasons().getFirst().apart()).isEqualTo(Duration.ofSeconds(3));
        var before = stored(List.of(first, near));
        for (int size : List.of(1, 2)) {
            rebuild(List.of(first, near), size);
            assertThat(stored(List.of(first, near)))
                    .as("in batches of %s", size)
                    .isEqualTo(before);
        }
    }

    @Test
    void doesNotLinkANumberThatMayHaveChangedHands() {
        Stated number = a(IdentifierKind.PHONE, "202 555 0177").with("+1");
        var first = reports.file(CHAT, NOON, List.of(), number);
        var within = reports.file(CHAT, NOON.plus(Duration.ofDays(365)), List.of(), number);
        var recycled = reports.file(CHAT, NOON.minus(Duration.ofDays(366)), List.of(), number);
        settle();

        assertThat(linkedTo(within)).containsExactly(first);
        assertThat(linksOf(recycled)).isEmpty();
    }

    @Test
    void alertsAcrossRolesAndNeverLinks() {
        var victim = reports.file(email("kim@town.example").of(PartyRole.VICTIM));
        var reported = reports.file(email("kim@town.example"));
        settle();

        assertThat(linkedTo(reported)).isEmpty();
        assertThat(linksOf(reported)).singleElement().satisfies(alert -> {
            assertThat(alert.crossRole()).isTrue();
            assertThat(alert.pair()).isEqualTo(ReportPair.of(reported, victim));
        });
        assertThat(links.clusterOf(ANALYST, reported).reports()).containsExactly(reported);
        assertThat(facts(reported, victim)).isEmpty();
        assertThat(journal.of(SYSTEM, new RecordRef("cross-role-hit", reported + "-" + victim), 0, 10))
                .hasSize(1);
    }

    @Test
    void leavesAnAlertAloneWhenTheLinkOfTheSamePairIsCut() {
        var one = reports.file(
                email("alert-1@town.example"), email("alert-2@town.example").of(PartyRole.VICTIM));
        var two = reports.file(email("alert-1@town.example"), email("alert-2@town.example"));
        settle();

        links.cut(ANALYST, ReportPair.of(one, two), CutReason.SHARED);

        assertThat(linksOf(two))
                .extracting(Link::crossRole, Link::state, link -> link.cut() == null)
                .containsExactlyInAnyOrder(tuple(false, LinkState.CUT, false), tuple(true, LinkState.IN_EFFECT, true));
    }

    @Test
    void keepsExactKeysOnlyForChildren() {
        var report = reports.file(CHAT, NOON, List.of(ReceivedReports.child()), a(IdentifierKind.SCREEN_NAME, "kid77"));
        var adult = reports.file(a(IdentifierKind.SCREEN_NAME, "adult77"));
        settle();

        assertThat(strengths(report)).containsOnly("STRONG");
        assertThat(strengths(adult)).contains("STRONG", "WEAK");
    }

    private List<String> strengths(ReportNumber report) {
        return database.sql("SELECT strength FROM linking.sighting WHERE report_number = ?")
                .param(report.value())
                .query(String.class)
                .list();
    }

    @Test
    void believesASenderAboutItsOwnEarlierReportsOnly() {
        var own = reports.file(CHAT, NOON, List.of(), email("own@town.example"));
        var foreign = reports.file(MAIL, NOON, List.of(), email("foreign@town.example"));
        var newer = reports.file(
                a(IdentifierKind.PRIOR_REPORT, own.toString()),
                a(IdentifierKind.PRIOR_REPORT, foreign.toString()),
                a(IdentifierKind.PRIOR_REPORT, "999999999999"),
                a(IdentifierKind.PRIOR_REPORT, "none"));
        settle();

        assertThat(linkedTo(newer)).containsExactly(own);
        assertThat(linksOf(newer).getFirst().reasons().getFirst().tier()).isEqualTo(Tier.ASSERTED);
    }

    @Test
    void judgesANamedReportAsItWasWhenTheReportWasFiled() {
        var late = reports.write(CHAT, NOON, List.of(), email("late@town.example"));
        reports.finished.put(late, ReceivedReports.FILED.plusSeconds(60));
        var newer = reports.file(a(IdentifierKind.PRIOR_REPORT, late.toString()));
        settle();

        assertThat(linksOf(newer)).isEmpty();
    }

    @Test
    void withdrawsLinksWhenAnIdentifierSpreadsAndMakesNoMore() {
        Stated shared = email("everybody@town.example");
        Stated second = email("pair@town.example");
        var first = reports.file(shared, second);
        var both = reports.file(shared, second);
        var third = reports.file(shared);
        var fourth = reports.file(shared);
        settle();
        assertThat(linkedTo(fourth)).containsExactly(third, both, first);

        var crossing = reports.file(shared);
        settle();
        var after = reports.file(shared);
        settle();

        assertThat(linksOf(crossing)).isEmpty();
        assertThat(linksOf(after)).isEmpty();
        assertThat(linksOf(fourth)).extracting(Link::state).containsOnly(LinkState.WITHDRAWN);
        assertThat(linksOf(fourth))
                .flatExtracting(Link::reasons)
                .extracting(LinkReason::lost)
                .containsOnly(LinkReason.Lost.SPREAD);
        assertThat(linkedTo(both)).containsExactly(first);
        assertThat(facts(fourth, third)).containsExactly("linking.reports-linked", "linking.link-withdrawn");
        assertThat(facts(both, first)).containsExactly("linking.reports-linked");
        assertThat(links.hubs(ANALYST, null, 100)).anySatisfy(hub -> {
            assertThat(hub.report()).isEqualTo(crossing);
            assertThat(hub.rarity().reports()).isEqualTo(6);
            assertThat(hub.crossing()).isEqualTo(new Hub.Crossing(4, Hub.Crossing.Counted.REPORTS));
        });
        assertThat(journal.of(SYSTEM, new RecordRef("match-key", crossing + "-0"), 0, 10))
                .extracting(Entry::type)
                .containsExactly("linking.key-spread");
    }

    @Test
    void cutsAndUndoesACutWithFactsForBoth() {
        var one = reports.file(email("cut@town.example"));
        var two = reports.file(email("cut@town.example"));
        settle();
        var pair = ReportPair.of(one, two);

        var cut = links.cut(ANALYST, pair, CutReason.RECYCLED);
        assertThat(linkedTo(two)).isEmpty();
        assertThat(linksOf(two).getFirst().state()).isEqualTo(LinkState.CUT);
        assertThat(links.clusterOf(ANALYST, two).reports()).containsExactly(two);
        assertProblem(LinkingProblem.ALREADY_CUT, () -> links.cut(ANALYST, pair, CutReason.SHARED));
        settle();

        links.undoCut(ANALYST, cut.id());
        assertThat(linkedTo(two)).containsExactly(one);
        assertProblem(LinkingProblem.CUT_ALREADY_UNDONE, () -> links.undoCut(ANALYST, cut.id()));
        settle();
        assertThat(facts(two, one))
                .containsExactly(
                        "linking.reports-linked",
                        "linking.link-cut",
                        "linking.link-withdrawn",
                        "linking.cut-undone",
                        "linking.link-restored");
    }

    @Test
    void leadsFromAReportsJournalToThatOfItsLinksAndCuts() {
        var one = reports.file(email("led@town.example"));
        var two = reports.file(
                email("led@town.example"), email("across@town.example").of(PartyRole.VICTIM));
        var three = reports.file(email("across@town.example"));
        settle();
        links.undoCut(
                ANALYST,
                links.cut(ANALYST, ReportPair.of(one, two), CutReason.SHARED).id());

        assertThat(history.of(two.asRecord(), 10))
                .containsExactly(
                        new RecordRef("cross-role-hit", three + "-" + two), new RecordRef("link", two + "-" + one));
        assertThat(history.of(new RecordRef("link", two + "-" + one), 10))
                .containsExactly(two.asRecord(), one.asRecord());
        assertThat(history.of(new RecordRef("agency", "x"), 10)).isEmpty();
    }

    @Test
    void cutsOnlyWhatIsLinked() {
        var one = reports.file(email("apart-1@town.example"));
        var two = reports.file(email("apart-2@town.example"));
        settle();

        assertProblem(PlatformProblem.NOT_FOUND, () -> links.cut(ANALYST, ReportPair.of(one, two), CutReason.SHARED));
        assertProblem(PlatformProblem.NOT_FOUND, () -> links.undoCut(ANALYST, UUID.randomUUID()));
    }

    @Test
    void showsAClusterThroughLinksInEffectAlone() {
        var first = reports.file(email("chain-1@town.example"));
        var second = reports.file(email("chain-1@town.example"), email("chain-2@town.example"));
        var third = reports.file(email("chain-2@town.example"));
        settle();

        var cluster = links.clusterOf(ANALYST, first);
        assertThat(cluster.reports()).containsExactly(first, second, third);
        assertThat(cluster.links()).hasSize(2);
        assertThat(cluster.capped()).isFalse();

        links.cut(ANALYST, ReportPair.of(second, third), CutReason.DIFFERENT_PEOPLE);
        assertThat(links.clusterOf(ANALYST, first).reports()).containsExactly(first, second);
    }

    @Test
    void rebuildingGivesTheSameLinksAndKeepsCuts() {
        var one = reports.file(email("again@town.example"));
        var two = reports.file(email("again@town.example"));
        var three = reports.file(email("again@town.example"));
        settle();
        links.cut(ANALYST, ReportPair.of(one, two), CutReason.SHARED);
        settle();

        var filed = List.of(one, two, three);
        List<Map<String, Object>> before = stored(filed);
        assertThat(before).hasSize(3);
        for (int size : List.of(1, 2, 3)) {
            rebuild(filed, size);
            assertThat(stored(filed)).as("in batches of %s", size).isEqualTo(before);
        }
        assertThat(linkedTo(two)).containsExactly(three);
        assertThat(linksOf(two)).extracting(Link::state).containsExactlyInAnyOrder(LinkState.IN_EFFECT, LinkState.CUT);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.CHAT;
import static org.harborline.linking.internal.Stated.NOON;
import static org.harborline.linking.internal.Stated.a;
import static org.harborline.linking.internal.Stated.address;
import static org.harborline.linking.internal.Stated.email;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.harborline.intake.AccountStanding;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport.Party;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.internal.JournalControl;
import org.harborline.linking.ContradictionKind;
import org.harborline.linking.Contradictions;
import org.harborline.linking.Link;
import org.harborline.linking.LinkDecisions;
import org.harborline.linking.LinkReason;
import org.harborline.linking.LinkState;
import org.harborline.linking.ReportPair;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/// Links that facts contradict.
@TestPropertySource(properties = {"harborline.test.context=contradictions", "harborline.linking.fan-out-limit=40"})
class ContradictionTests extends LinkingCase {

    private static final LocalDate BORN = LocalDate.of(1980, 5, 4);
    private static final LocalDate LATER = LocalDate.of(1993, 11, 20);

    @Autowired
    private Contradictions contradictions;

    @Autowired
    private LinkDecisions decisions;

    @Autowired
    private ApplicationContext context;

    private ReportNumber born(LocalDate day, Stated... identifiers) {
        return reports.file(CHAT, NOON, List.of(person(day, null)), identifiers);
    }

    private static Party person(LocalDate day, Boolean doubted) {
        return new Party(PartyRole.REPORTED_PERSON, 0, null, day, null, false, doubted, AccountStanding.UNSTATED, "");
    }

    private static Stated name(String value) {
        return a(IdentifierKind.SCREEN_NAME, value).with("Example Chat").at(NOON);
    }

    private List<ContradictionKind> against(ReportNumber newer, ReportNumber older) {
        var pair = ReportPair.of(newer, older);
        return contradictions.between(ANALYST, List.of(pair)).getOrDefault(pair, List.of());
    }

    @Test
    void withholdsALinkOfWhatChangesHandsAndSaysWhy() {
        ReportNumber older = born(BORN, name("harbour.lane.1"));
        ReportNumber newer = born(LATER, name("harbour.lane.1"));
        ReportNumber third = reports.file(name("harbour.lane.1"));
        settle();

        assertThat(against(newer, older)).containsExactly(ContradictionKind.BIRTH_DATES);
        assertThat(linksOf(newer))
                .filteredOn(link -> link.pair().equals(ReportPair.of(newer, older)))
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.state()).isEqualTo(LinkState.WITHDRAWN);
                    assertThat(link.reasons())
                            .extracting(LinkReason::lost)
                            .containsExactly(LinkReason.Lost.CONTRADICTED);
                });
        assertThat(facts(newer, older)).isEmpty();
        assertThat(linkedTo(third)).as("who states nothing belongs to both").containsExactly(newer, older);
        assertThat(database.sql("SELECT count(*) FROM journal.entry WHERE fact_type = 'linking.contradiction-found'")
                        .query(Long.class)
                        .single())
                .isPositive();
        rebuildsTheSame();
        assertThat(against(newer, older)).containsExactly(ContradictionKind.BIRTH_DATES);
    }

    @Test
    void keepsWhatBelongsToOnePersonAndShowsWhatSpeaksAgainstIt() {
        ReportNumber older = born(BORN, email("one.person@town.example"));
        ReportNumber newer = born(LATER, email("one.person@town.example"));
        settle();

        assertThat(linkedTo(newer)).containsExactly(older);
        assertThat(against(newer, older)).containsExactly(ContradictionKind.BIRTH_DATES);
    }

    @Test
    void takesNoWordForItThatTheSenderDoubtsOrThatIsNobodys() {
        ReportNumber older = born(BORN, name("harbour.lane.2"));
        ReportNumber doubted = reports.file(CHAT, NOON, List.of(person(LATER, true)), name("harbour.lane.2"));
        ReportNumber two = reports.file(
                CHAT,
                NOON,
                List.of(person(LATER, null), new Party(PartyRole.REPORTED_PERSON, 1, null, null, null, false)),
                name("harbour.lane.2"));
        settle();

        assertThat(linkedTo(two)).containsExactly(doubted, older);
        assertThat(linkedTo(doubted)).contains(older);
    }

    @Test
    void doesNotTouchLinksThatAVictimMakes() {
        Stated victims = name("harbour.lane.3").of(PartyRole.VICTIM);
        ReportNumber older = born(BORN, victims);
        ReportNumber newer = born(LATER, victims);
        settle();

        assertThat(linkedTo(newer)).containsExactly(older);
        assertThat(against(newer, older)).isEmpty();
    }

    @Test
    void withholdsALinkOfWhoSignedInFromTwoContinentsAtOnce() {
        ReportNumber older = reports.file(
                CHAT,
                NOON,
                List.of(person(null, null)),
                name("harbour.lane.4"),
                address("2001:db8:107::5").at(NOON));
        ReportNumber newer = reports.file(
                CHAT,
                NOON,
                List.of(person(null, null)),
                name("harbour.lane.4"),
                address("2001:db8:108::5").at(NOON.plusSeconds(300)));
        ReportNumber proxied = reports.file(
                CHAT,
                NOON,
                List.of(person(null, null)),
                name("harbour.lane.4"),
                address("2001:db8:109::5").at(NOON).proxy());
        settle();

        assertThat(against(newer, older)).containsExactly(ContradictionKind.LOGINS_FAR_APART);
        assertThat(linkedTo(newer)).containsExactly(proxied);
        assertThat(linkedTo(proxied)).containsExactly(newer, older);
    }

    @Test
    void letsAPersonSayThatTheyBelongTogether() {
        ReportNumber older = born(BORN, name("harbour.lane.5"));
        ReportNumber newer = born(LATER, name("harbour.lane.5"));
        settle();
        assertThat(links.clusterOf(ANALYST, newer).reports()).containsExactly(newer);

        decisions.confirm(ANALYST, ReportPair.of(newer, older));
        settle();

        assertThat(links.clusterOf(ANALYST, newer).reports()).containsExactly(older, newer);
        assertThat(against(newer, older)).containsExactly(ContradictionKind.BIRTH_DATES);
    }

    @Test
    void linksAReportOfManyWithThoseOfItsOwnThatItDoesNotContradict() {
        var ones = new ArrayList<ReportNumber>();
        var others = new ArrayList<ReportNumber>();
        for (int i = 0; i < 12; i++) {
            ones.add(born(BORN, name("harbour.lane.6")));
            others.add(born(LATER, name("harbour.lane.6")));
        }
        settle();

        assertThat(links.clusterOf(ANALYST, ones.getFirst()).reports()).containsExactlyElementsOf(ones);
        assertThat(links.clusterOf(ANALYST, others.getFirst()).reports()).containsExactlyElementsOf(others);
        assertThat(links.linksOf(ANALYST, List.of(ones.getLast())).get(ones.getLast()))
                .filteredOn(Link::inEffect)
                .hasSize(11);
    }

    private void rebuildsTheSame() {
        JournalControl.stopped(
                context,
                () -> assertThat(JournalControl.rebuild(context, "linking")).isEmpty());
    }
}

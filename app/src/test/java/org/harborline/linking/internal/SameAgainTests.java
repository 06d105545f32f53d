// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.CHAT;
import static org.harborline.linking.internal.Stated.NOON;
import static org.harborline.linking.internal.Stated.a;
import static org.harborline.linking.internal.Stated.email;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.internal.JournalControl;
import org.harborline.linking.CutReason;
import org.harborline.linking.Link;
import org.harborline.linking.LinkDecisions;
import org.harborline.linking.ReportPair;
import org.harborline.platform.KeyUse.Kind;
import org.harborline.platform.internal.keys.Rotating;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/// What is undone, and what is made anew, is as it was: held by invented sets of reports.
@TestPropertySource(properties = "harborline.test.context=same-again")
class SameAgainTests extends LinkingCase {

    private static final int REPORTS = 40;
    private static final int VALUES = 14;

    @Autowired
    private LinkDecisions decisions;

    @Autowired
    private ApplicationContext context;

    /// Some hold an identifier that is too common, most one or two that few hold.
    private List<ReportNumber> filed(Random random, String mark) {
        var filed = new ArrayList<ReportNumber>();
        for (int i = 0; i < REPORTS; i++) {
            Stated[] held = Stream.generate(() -> identifier(random, mark))
                    .limit(1 + random.nextInt(2))
                    .toArray(Stated[]::new);
            filed.add(reports.write(CHAT, NOON, List.of(), held));
        }
        transactions.run(() ->
                journal.recordAll(SYSTEM, filed.stream().map(reports::filed).toList()));
        settle();
        return filed;
    }

    private static Stated identifier(Random random, String mark) {
        int which = (int) (VALUES * Math.pow(random.nextDouble(), 1.3));
        return random.nextBoolean()
                ? email(mark + which + "@town.example")
                : a(IdentifierKind.SCREEN_NAME, mark + "-lane-" + which)
                        .with("Example Chat")
                        .at(NOON);
    }

    private Map<ReportNumber, Set<ReportNumber>> clusters(List<ReportNumber> filed) {
        return filed.stream()
                .collect(Collectors.toMap(
                        one -> one,
                        one -> Set.copyOf(links.clusterOf(ANALYST, one).reports())));
    }

    private Set<ReportPair> linked(List<ReportNumber> filed) {
        return links.linksOf(ANALYST, filed).values().stream()
                .flatMap(List::stream)
                .filter(Link::inEffect)
                .map(Link::pair)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void cutsThatAreUndoneInAnyOrderLeaveTheSameClusters(int seed) {
        var random = new Random(seed);
        List<ReportNumber> filed = filed(random, "undone" + seed);
        Map<ReportNumber, Set<ReportNumber>> before = clusters(filed);
        Set<ReportPair> linked = linked(filed);
        List<ReportPair> some = some(random, linked);

        List<UUID> cuts = new ArrayList<>();
        some.forEach(pair -> cuts.add(links.cut(ANALYST, pair, CutReason.SHARED).id()));
        settle();
        assertThat(linked(filed)).doesNotContainAnyElementsOf(some).hasSize(linked.size() - some.size());

        Collections.shuffle(cuts, random);
        cuts.forEach(cut -> links.undoCut(ANALYST, cut));
        settle();
        assertThat(clusters(filed)).isEqualTo(before);
        assertThat(linked(filed)).isEqualTo(linked);
    }

    private static List<ReportPair> some(Random random, Set<ReportPair> pairs) {
        List<ReportPair> all = new ArrayList<>(pairs.stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList());
        Collections.shuffle(all, random);
        return all.subList(0, Math.max(1, all.size() / 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12})
    void keysThatAreMadeAnewGiveTheSameLinksAndKeepWhatPeopleDecided(int seed) {
        var random = new Random(seed);
        List<ReportNumber> filed = filed(random, "anew" + seed);
        List<ReportPair> cut = List.copyOf(some(random, linked(filed)));
        linked(filed).stream()
                .filter(pair -> !cut.contains(pair))
                .limit(5)
                .forEach(pair -> decisions.confirm(ANALYST, pair));
        cut.forEach(pair -> links.cut(ANALYST, pair, CutReason.DIFFERENT_PEOPLE));
        settle();
        State before = state(filed);
        assertThat(before.cuts()).isNotEmpty();
        assertThat(before.confirmations()).isNotEmpty();

        rebuild();
        assertThat(state(filed)).isEqualTo(before);

        JournalControl.stopped(context, () -> {
            Rotating.promoteNew(context, Kind.BLINDING);
            Rotating.renew(context, Kind.BLINDING, _ -> {});
        });
        settle();
        assertThat(state(filed)).isEqualTo(before);

        rebuild();
        assertThat(state(filed)).isEqualTo(before);
    }

    private void rebuild() {
        JournalControl.stopped(
                context,
                () -> assertThat(JournalControl.rebuild(context, "linking")).isEmpty());
        settle();
    }

    private State state(List<ReportNumber> filed) {
        return new State(
                clusters(filed),
                linked(filed),
                Set.copyOf(stored(filed)),
                Set.copyOf(decided("SELECT newer, older FROM linking.cut WHERE undone_at IS NULL")),
                Set.copyOf(decided("SELECT newer, older FROM linking.word WHERE undone_at IS NULL")));
    }

    private List<String> decided(String statement) {
        return database.sql(statement)
                .query((row, _) -> Rows.pair(row).toString())
                .list();
    }

    private record State(
            Map<ReportNumber, Set<ReportNumber>> clusters,
            Set<ReportPair> linked,
            Set<Map<String, Object>> reasons,
            Set<String> cuts,
            Set<String> confirmations) {}
}

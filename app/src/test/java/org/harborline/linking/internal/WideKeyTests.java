// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.email;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.linking.Hub;
import org.harborline.linking.Link;
import org.harborline.linking.LinkState;
import org.harborline.vault.Vault;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// A key on its way to the limit: what it costs, and that nothing of it stays.
@TestPropertySource(properties = "harborline.linking.fan-out-limit=200")
class WideKeyTests extends LinkingCase {

    private static final int FULLY = LinkMaker.ALL_LINKED;

    /// A past in which no key spread.
    private static final Follower.Recorded NOTHING_BUT_LINKS = new Follower.Recorded() {
        @Override
        public <F extends Fact> List<F> of(Entry cause, Class<F> type) {
            return List.of();
        }
    };

    @Autowired
    private Sources sources;

    @Autowired
    private KeyMaker keys;

    @Autowired
    private LinkTables tables;

    @Autowired
    private Removals removals;

    @Autowired
    private Vault vault;

    @Autowired
    private Profiling profiling;

    @Test
    void holdsManyReportsTogetherWithFewLinksEachAndWithdrawsAllWhenTheKeySpreads() {
        List<ReportNumber> filed = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            filed.add(reports.file(email("wide@town.example")));
        }
        settle();

        int fully = FULLY * (FULLY + 1) / 2;
        int anchored = (200 - FULLY - 1) * LinkMaker.ANCHORS;
        assertThat(links.clusterOf(ANALYST, filed.getFirst()).reports()).containsExactlyElementsOf(filed);
        assertThat(linkedTo(filed.get(FULLY))).hasSize(FULLY + LinkMaker.ANCHORS);
        assertThat(linkedTo(filed.getLast()))
                .containsExactlyElementsOf(filed.subList(196, 199).reversed());
        assertThat(stored(filed)).hasSize(fully + anchored);

        reports.file(email("wide@town.example"));
        settle();

        List<Link> all = links.linksOf(ANALYST, filed).values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
        assertThat(all).hasSize(fully + anchored).extracting(Link::state).containsOnly(LinkState.WITHDRAWN);
        assertThat(all)
                .allSatisfy(link -> assertThat(
                                facts(link.pair().newer(), link.pair().older()))
                        .containsExactly("linking.reports-linked", "linking.link-withdrawn"));
    }

    @Test
    void withdrawsWhatTooManySendersNameInHoweverFewReports() {
        List<ReportNumber> filed = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            filed.add(reports.file(new UUID(7, i), Stated.NOON, List.of(), email("named.by.all@town.example")));
        }
        settle();
        assertThat(linkedTo(filed.getLast())).hasSize(LinkMaker.ANCHORS);

        filed.add(reports.file(new UUID(7, 20), Stated.NOON, List.of(), email("named.by.all@town.example")));
        settle();

        assertThat(links.linksOf(ANALYST, filed).values().stream().flatMap(List::stream))
                .isNotEmpty()
                .extracting(Link::state)
                .containsOnly(LinkState.WITHDRAWN);
        assertThat(links.hubs(ANALYST, null, 200))
                .filteredOn(hub -> hub.report().equals(filed.getLast()))
                .extracting(Hub::crossing)
                .containsExactly(new Hub.Crossing(20, Hub.Crossing.Counted.SENDERS));
        var before = stored(filed);
        for (int size : List.of(1, 7, 21)) {
            rebuild(filed, size);
            assertThat(stored(filed)).as("in batches of %s", size).isEqualTo(before);
        }
    }

    @Test
    void linksAnEscalatedReportToAllOthersOfAKey() {
        List<ReportNumber> filed = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            filed.add(reports.file(email("urgent@town.example")));
        }
        var escalated = reports.escalate(email("urgent@town.example"));
        var after = reports.file(email("urgent@town.example"));
        settle();

        assertThat(linkedTo(escalated)).containsExactlyElementsOf(withFirst(after, filed.reversed()));
        assertThat(linkedTo(after)).hasSize(LinkMaker.ANCHORS).startsWith(escalated);
        assertThat(facts(escalated, filed.getFirst())).containsExactly("linking.reports-linked");
        filed.addAll(List.of(escalated, after));
        var before = stored(filed);
        for (int size : List.of(1, 5, 17)) {
            rebuild(filed, size);
            assertThat(stored(filed)).as("in batches of %s", size).isEqualTo(before);
        }
    }

    private static List<ReportNumber> withFirst(ReportNumber first, List<ReportNumber> others) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    @Test
    void spreadsInARebuildWhatSpreadThenWhateverTheLimitIsNow() {
        List<ReportNumber> filed = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            filed.add(reports.file(email("lowered@town.example")));
        }
        filed.add(reports.escalate(email("lowered@town.example")));
        settle();

        var before = stored(filed);
        var lowered =
                new LinkingFollower(sources, keys, tables, removals, vault, new FanOut(2, 20, 10_000, 100), profiling);
        for (int size : List.of(1, 7, 26)) {
            rebuild(filed, size, batch -> lowered.replay(batch, NOTHING_BUT_LINKS));
            assertThat(stored(filed)).as("in batches of %s", size).isEqualTo(before);
        }
    }

    @Test
    void choosesTheSameAnchorInBatchesOfAnySize() {
        List<ReportNumber> filed = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            filed.add(reports.file(email("steady@town.example")));
        }
        settle();

        var before = stored(filed);
        for (int size : List.of(1, 7, 25)) {
            rebuild(filed, size);
            assertThat(stored(filed)).as("in batches of %s", size).isEqualTo(before);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.harborline.linking.Link;
import org.harborline.linking.LinkReason;

/// How much a link says, least first: one that something speaks against before all others, by its most telling reason,
/// then by how few reports hold that identifier, then by
/// the number of reasons, then by how near in time the sightings are.
///
/// @param contradicted whether the two reports contradict each other
/// @param rule place of the most telling rule, 0 for the best
/// @param reports how many reports hold the rarest identifier of that rule
record Worth(boolean contradicted, int rule, long reports, int reasons, Duration apart) implements Comparable<Worth> {

    private static final Comparator<Worth> LEAST_FIRST = Comparator.comparing(Worth::contradicted)
            .reversed()
            .thenComparing(Comparator.comparingInt(Worth::rule).reversed())
            .thenComparing(Comparator.comparingLong(Worth::reports).reversed())
            .thenComparingInt(Worth::reasons)
            .thenComparing(Comparator.comparing(Worth::apart).reversed());

    static Worth of(Link link, boolean contradicted) {
        List<LinkReason> resting =
                link.reasons().stream().filter(reason -> reason.lost() == null).toList();
        int rule = resting.stream().mapToInt(Worth::rank).min().orElse(Integer.MAX_VALUE);
        List<LinkReason> best =
                resting.stream().filter(reason -> rank(reason) == rule).toList();
        return new Worth(
                contradicted,
                rule,
                best.stream().mapToLong(Worth::holders).min().orElse(Long.MAX_VALUE),
                resting.size(),
                best.stream().map(Worth::between).min(Comparator.naturalOrder()).orElse(Duration.ZERO));
    }

    private static int rank(LinkReason reason) {
        return MatchRule.rank(reason.rule().value());
    }

    /// What a sender asserts is about these two reports and no other.
    private static long holders(LinkReason reason) {
        LinkReason.Rarity rarity = reason.rarity();
        return rarity == null ? 0 : rarity.reports();
    }

    private static Duration between(LinkReason reason) {
        Duration apart = reason.apart();
        return apart == null ? Duration.ZERO : apart;
    }

    @Override
    public int compareTo(Worth other) {
        return LEAST_FIRST.compare(this, other);
    }
}

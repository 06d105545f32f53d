// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower.Followed;
import org.harborline.journal.Follower.Recorded;
import org.harborline.linking.Hub.Crossing;
import org.harborline.linking.facts.ContradictionFound;
import org.harborline.linking.facts.KeySpread;
import org.harborline.linking.facts.LinkRestored;
import org.harborline.linking.facts.LinkWithdrawn;
import org.harborline.linking.facts.ReportsLinked;
import org.harborline.platform.Actor;
import org.harborline.vault.Vault;
import org.jspecify.annotations.Nullable;

/// What was recorded when facts were taken up for the first time. Erased reports have no keys any more, so a rebuild
/// cannot count them again: which keys spread, and what was said about erased reports, is taken from the journal.
final class Past {

    /// Nothing is taken up again: everything is decided now.
    static final Past NONE = new Past(null, Set.of(), Map.of());

    private static final Actor SELF = Actor.system("linking");

    private final @Nullable Recorded recorded;
    private final Set<ReportNumber> erased;
    private final Map<ReportNumber, List<HubTable.Row>> kept;

    private Past(@Nullable Recorded recorded, Set<ReportNumber> erased, Map<ReportNumber, List<HubTable.Row>> kept) {
        this.recorded = recorded;
        this.erased = erased;
        this.kept = kept;
    }

    /// The past of a batch that is taken up again.
    static Past of(List<Followed> batch, Recorded recorded, Vault vault, HubTable hubs) {
        Set<ReportNumber> named = batch.stream()
                .flatMap(followed -> told(followed.entry(), recorded).stream())
                .flatMap(fact -> about(fact).stream())
                .collect(Collectors.toSet());
        Set<ReportNumber> erased = vault
                .erased(SELF, named.stream().map(ReportNumber::asRecord).toList())
                .stream()
                .map(record -> new ReportNumber(Long.parseLong(record.id())))
                .collect(Collectors.toSet());
        return new Past(recorded, erased, hubs.kept(erased));
    }

    private static List<Fact> told(Entry cause, Recorded recorded) {
        var told = new ArrayList<Fact>(recorded.of(cause, ReportsLinked.class));
        told.addAll(recorded.of(cause, KeySpread.class));
        told.addAll(recorded.of(cause, LinkWithdrawn.class));
        told.addAll(recorded.of(cause, LinkRestored.class));
        told.addAll(recorded.of(cause, ContradictionFound.class));
        return told;
    }

    private static List<ReportNumber> about(Fact fact) {
        return switch (fact) {
            case ReportsLinked linked -> List.of(linked.report(), linked.other());
            case LinkWithdrawn withdrawn -> List.of(withdrawn.report(), withdrawn.other());
            case LinkRestored restored -> List.of(restored.report(), restored.other());
            case KeySpread spread -> List.of(spread.report());
            case ContradictionFound found -> List.of(found.report(), found.other());
            default -> List.of();
        };
    }

    /// Whether what is taken up was taken up before.
    boolean isRecorded() {
        return recorded != null;
    }

    /// Whether a key crosses the limit with this report. When it is taken up again, it does if it did at the time:
    /// holders may be erased since, and the limit may be another.
    ///
    /// @param now the limit that it crosses by what is stored and the limits in force; absent when it crosses none
    /// @return the limit that it crosses; absent when it crosses none
    @Nullable
    Spreading crossing(Fresh fresh, Fresh.Key key, @Nullable Crossing now) {
        Sighting sighting = key.sighting();
        if (recorded == null) {
            return now == null ? null : new Spreading(now, sighting.identifier());
        }
        return recorded.of(fresh.cause(), KeySpread.class).stream()
                .filter(spread -> spread.report().equals(sighting.report())
                        && key.isAt(spread.identifier(), spread.finding())
                        && spread.rule().value().equals(sighting.rule()))
                .map(spread -> new Spreading(crossing(spread), spread.identifier()))
                .findFirst()
                .orElse(null);
    }

    private static Crossing crossing(KeySpread spread) {
        return new Crossing(
                spread.limit(),
                Crossing.Counted.valueOf(spread.counted().value().toUpperCase(Locale.ROOT)));
    }

    /// That a key crosses a limit.
    ///
    /// @param identifier the one that was named when it did: the same may be stated several times, and a list may
    /// have taken the first away since
    record Spreading(Crossing limit, @Nullable Integer identifier) {}

    /// Keys that spread with an entry.
    List<KeySpread> spread(Entry cause) {
        return recorded == null ? List.of() : recorded.of(cause, KeySpread.class);
    }

    /// Keys that spread with a report that was erased since: each with its blind forms.
    List<List<HubTable.Row>> kept(Fresh fresh) {
        boolean crossed =
                recorded != null && !recorded.of(fresh.cause(), KeySpread.class).isEmpty();
        return crossed
                ? List.copyOf(kept.getOrDefault(fresh.report(), List.of()).stream()
                        .filter(hub -> hub.crossedAt().equals(fresh.cause().recordedAt()))
                        .collect(Collectors.groupingBy(HubTable.Row::source))
                        .values())
                : List.of();
    }

    /// What was told with an entry about reports that were erased since: it stands, though nobody can find it again.
    List<Fact> stands(Entry cause) {
        return recorded == null
                ? List.of()
                : told(cause, recorded).stream()
                        .filter(fact -> about(fact).stream().anyMatch(erased::contains))
                        .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.linking.Hub.Crossing;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Strength;
import org.harborline.linking.Tier;
import org.jspecify.annotations.Nullable;

/// Decides which links a batch makes. Pure: what is stored already comes in, what is to be stored goes out.
/// Taking the same entries in one batch or in several gives the same reasons, hubs and withdrawals.
final class LinkMaker {

    /// A report is linked to all others of a key up to this many, and to a few of them beyond, unless it is
    /// escalated. They are one cluster either way, and what a key costs until it spreads grows as its reports do,
    /// not as their square.
    static final int ALL_LINKED = 10;

    /// An escalated report is linked to all others of a key up to this many, and beyond to the newest. Only the id
    /// of an account has more.
    static final int URGENT_LINKED = 200;

    /// More than one, so that a cut or an erasure leaves a report with the others.
    static final int ANCHORS = 3;

    private static final int EITHER_SIDE = 2;

    private final FanOut fanOut;
    private final Past past;
    private final Map<UUID, Holders> holders;
    private final Contradicting contradicting;
    private final Companions companions;
    private Plan plan = Plan.empty();

    /// @param fanOut a key that is more common than this links nothing
    /// @param stored who holds each key before the batch; changed while the batch is taken up
    /// @param past what happened when the entries were taken up for the first time
    /// @param companions what is named beside accounts; changed while the batch is taken up
    /// @param contradicting what the reports of the batch and those that hold its keys state against each other
    LinkMaker(FanOut fanOut, Past past, Map<UUID, Holders> stored, Contradicting contradicting, Companions companions) {
        this.fanOut = fanOut;
        this.past = past;
        this.holders = new HashMap<>(stored);
        this.contradicting = contradicting;
        this.companions = companions;
    }

    /// Takes up the next entries. What earlier ones made is known, though it may not be stored yet.
    Plan take(List<Fresh> batch) {
        return take(batch, Map.of());
    }

    /// As [#take(List)], with keys that are too common from there on, each in its blind forms, by what says so.
    Plan take(List<Fresh> batch, Map<Entry, List<List<HubTable.Row>>> hubs) {
        plan = Plan.empty();
        hubs.forEach((cause, some) -> some.forEach(forms -> spread(cause, forms)));
        batch.forEach(this::take);
        batch.stream()
                .flatMap(fresh -> fresh.keys().stream())
                .filter(key -> key.rule().equals(MatchRule.ACCOUNT))
                .map(key -> key.sighting().blind())
                .distinct()
                .filter(this::isOften)
                .forEach(account -> plan.companions().addAll(companions.news(account)));
        return plan;
    }

    private boolean isOften(UUID account) {
        Holders holding = holders.get(account);
        return holding != null && !holding.isSpread() && holding.size() > fanOut.reports();
    }

    private void take(Fresh fresh) {
        past.kept(fresh).forEach(hub -> spread(fresh.cause(), hub));
        UUID withdrawn = fresh.withdrawn();
        if (withdrawn != null) {
            holders.values().forEach(one -> one.withdraw(withdrawn));
        }
        companions.add(fresh.keys().stream().map(Fresh.Key::sighting).toList());
        var made = new ArrayList<Reason>();
        for (ReportNumber other : fresh.asserted()) {
            if (!other.equals(fresh.report())) {
                made.add(asserted(fresh, other));
            }
        }
        for (Fresh.Key key : fresh.keys()) {
            plan.sightings().add(key.sighting());
            if (key.sighting().strength() == Strength.STRONG) {
                made.addAll(reasonsOf(fresh, key));
            }
        }
        plan.reasons().addAll(made);
        plan.strongest()
                .merge(
                        fresh.cause(),
                        strongestOfEachPair(made),
                        (one, more) -> strongestOfEachPair(
                                Stream.concat(one.stream(), more.stream()).toList()));
    }

    private List<Reason> reasonsOf(Fresh fresh, Fresh.Key key) {
        List<Reason> made = new ArrayList<>();
        if (key.own().stream().anyMatch(this::isSpread)) {
            return made;
        }
        SortedMap<ReportNumber, Held> known = held(key.own());
        boolean again = known.remove(fresh.report()) != null;
        Past.Spreading crossing = past.crossing(fresh, key, again ? null : crossing(key, known.size()));
        if (crossing != null) {
            spread(fresh, key, crossing);
            return made;
        }
        if (again && key.rule().window() == null) {
            hold(fresh, key);
            return made;
        }
        made.addAll(reasons(fresh, key, known, false));
        made.addAll(reasons(fresh, key, held(key.across().keySet()), true));
        hold(fresh, key);
        return made;
    }

    private void hold(Fresh fresh, Fresh.Key key) {
        Holders holding = holders.computeIfAbsent(key.sighting().blind(), _ -> new Holders());
        holding.add(fresh.report(), key.sighting().finding(), key.sighting().times());
        UUID sender = key.sighting().provider();
        if (sender != null) {
            holding.from(Map.of(fresh.report(), sender));
        }
    }

    /// @param known how many other reports hold the key
    private @Nullable Crossing crossing(Fresh.Key key, int known) {
        Set<UUID> senders = new HashSet<>();
        UUID sender = key.sighting().provider();
        if (sender != null) {
            senders.add(sender);
        }
        key.own().stream()
                .map(holders::get)
                .filter(Objects::nonNull)
                .forEach(holding -> senders.addAll(holding.senders()));
        return fanOut.crossing(key.rule(), known + 1, senders.size(), companions.count(key.own()));
    }

    private SortedMap<ReportNumber, Held> held(Collection<UUID> blinds) {
        var known = new TreeMap<ReportNumber, Held>();
        blinds.forEach(blind ->
                seen(blind).forEach((report, seen) -> known.merge(report, new Held(blind, seen), Held::and)));
        return known;
    }

    private List<Reason> reasons(Fresh fresh, Fresh.Key key, SortedMap<ReportNumber, Held> known, boolean crossRole) {
        List<Reason> made = new ArrayList<>();
        known.forEach(
                (report, held) -> reason(fresh, key, report, held, crossRole).ifPresent(made::add));
        boolean urgent = fresh.escalated() && !crossRole;
        boolean all = made.size() <= ALL_LINKED
                || (urgent && (made.size() <= URGENT_LINKED || key.rule().window() != null))
                || isContested(fresh, key, known);
        List<Reason> chosen = all ? made : some(fresh, key, known, made, urgent);
        boolean ofReported = !crossRole && key.sighting().role() == RoleSpace.REPORTED;
        return ofReported ? contradicting.weigh(chosen, key.rule().changesHands(), contradictions(fresh)) : chosen;
    }

    /// What is urgent raises the reports it is linked to, and goes to the agencies that have them: it reaches
    /// many.
    private static List<Reason> some(
            Fresh fresh, Fresh.Key key, SortedMap<ReportNumber, Held> known, List<Reason> made, boolean urgent) {
        if (key.rule().window() != null) {
            return nearest(fresh, key, known, made);
        }
        List<Reason> anchored = anchored(fresh, known, made);
        return urgent
                ? Stream.concat(made.reversed().stream().limit(URGENT_LINKED), anchored.stream())
                        .distinct()
                        .toList()
                : anchored;
    }

    private Set<ContradictionTable.Row> contradictions(Fresh fresh) {
        return plan.contradictions().computeIfAbsent(fresh.cause(), _ -> new LinkedHashSet<>());
    }

    /// Whether holders of a key contradict each other so that links are withheld. A few links would not tell then
    /// with whom a report belongs.
    private boolean isContested(Fresh fresh, Fresh.Key key, SortedMap<ReportNumber, Held> known) {
        if (!key.rule().changesHands() || key.sighting().role() != RoleSpace.REPORTED) {
            return false;
        }
        Set<ReportNumber> all = new HashSet<>(known.keySet());
        all.add(fresh.report());
        return contradicting.amid(all);
    }

    /// Where time decides, those seen just before and just after: whoever is within the window of anybody is then
    /// one cluster with them, in whatever order reports arrive. What only staff found is never the only anchor.
    private static List<Reason> nearest(
            Fresh fresh, Fresh.Key key, SortedMap<ReportNumber, Held> known, List<Reason> made) {
        var all = new TreeMap<Instant, List<ReportNumber>>();
        var stated = new TreeMap<Instant, List<ReportNumber>>();
        for (Reason reason : made.reversed()) {
            ReportNumber other = reason.pair().otherThan(fresh.report());
            Holders.Seen seen = Objects.requireNonNull(known.get(other)).seen();
            for (Instant time : seen.times()) {
                all.computeIfAbsent(time, _ -> new ArrayList<>()).add(other);
                if (seen.stated()) {
                    stated.computeIfAbsent(time, _ -> new ArrayList<>()).add(other);
                }
            }
        }
        Set<ReportNumber> chosen = new HashSet<>();
        for (Instant time : key.sighting().times()) {
            chosen.addAll(around(all, time));
            chosen.addAll(around(stated, time));
        }
        return made.stream()
                .filter(reason -> chosen.contains(reason.pair().otherThan(fresh.report())))
                .toList();
    }

    /// Two reports on either side, so that a cut or an erasure leaves a report with the others.
    private static List<ReportNumber> around(NavigableMap<Instant, List<ReportNumber>> seen, Instant time) {
        return Stream.of(seen.headMap(time, true).descendingMap(), seen.tailMap(time, true))
                .flatMap(side ->
                        side.values().stream().flatMap(List::stream).distinct().limit(EITHER_SIDE))
                .toList();
    }

    /// The newest of those within the window: erasure takes the oldest first, and the rest must not fall apart.
    /// What only staff found is no anchor where the sender stated another, because a finding can be withdrawn.
    private static List<Reason> anchored(Fresh fresh, SortedMap<ReportNumber, Held> known, List<Reason> made) {
        List<Reason> stated = made.reversed().stream()
                .filter(reason -> Objects.requireNonNull(known.get(reason.pair().otherThan(fresh.report())))
                        .seen()
                        .stated())
                .limit(ANCHORS)
                .toList();
        return stated.isEmpty() ? made.reversed().stream().limit(ANCHORS).toList() : stated;
    }

    private void spread(Fresh fresh, Fresh.Key key, Past.Spreading by) {
        // Every version of the key spreads together: what the older version holds is the same identifier.
        Set<UUID> blinds = new HashSet<>(key.own());
        blinds.add(key.sighting().blind());
        Sighting crossing = key.sighting();
        spread(
                fresh.cause(),
                blinds.stream()
                        .map(blind -> new HubTable.Row(
                                blind,
                                crossing.rule(),
                                crossing.ruleVersion(),
                                crossing.kind(),
                                crossing.report(),
                                by.identifier(),
                                crossing.finding(),
                                by.limit(),
                                fresh.cause().recordedAt()))
                        .toList());
    }

    private void spread(Entry cause, List<HubTable.Row> hubs) {
        hubs.forEach(
                hub -> holders.computeIfAbsent(hub.blind(), _ -> new Holders()).spread());
        plan.spreads().add(new Spread(cause, hubs));
    }

    private static Optional<Reason> reason(
            Fresh fresh, Fresh.Key key, ReportNumber other, Held held, boolean crossRole) {
        Sighting own = key.sighting();
        Duration apart = Holders.Seen.of(own).apart(held.seen());
        if (other.equals(fresh.report()) || key.rule().changesHandsWithin(apart)) {
            return Optional.empty();
        }
        ReportPair pair = ReportPair.of(fresh.report(), other);
        boolean newer = pair.newer().equals(fresh.report());
        return Optional.of(new Reason(
                pair,
                own.rule(),
                own.ruleVersion(),
                own.kind(),
                Tier.EXACT,
                crossRole,
                newer ? own.blind() : held.blind(),
                newer ? held.blind() : own.blind(),
                apart.toSeconds(),
                fresh.cause().recordedAt(),
                null,
                null));
    }

    private static Reason asserted(Fresh fresh, ReportNumber other) {
        return new Reason(
                ReportPair.of(fresh.report(), other),
                MatchRule.PRIOR_REPORT.id(),
                MatchRule.PRIOR_REPORT.version(),
                IdentifierKind.PRIOR_REPORT,
                Tier.ASSERTED,
                false,
                null,
                null,
                null,
                fresh.cause().recordedAt(),
                null,
                null);
    }

    /// One ordinary reason and one alert for each pair at most: what is told to the other modules.
    private static List<Reason> strongestOfEachPair(List<Reason> made) {
        var told = new LinkedHashMap<Told, Reason>();
        made.stream()
                .filter(reason -> !reason.withdrawn())
                .sorted(Comparator.comparingInt(reason -> MatchRule.rank(reason.rule())))
                .forEach(reason -> told.putIfAbsent(new Told(reason.pair(), reason.crossRole()), reason));
        return List.copyOf(told.values());
    }

    private boolean isSpread(UUID blind) {
        Holders known = holders.get(blind);
        return known != null && known.isSpread();
    }

    private Map<ReportNumber, Holders.Seen> seen(UUID blind) {
        Holders known = holders.get(blind);
        return known == null ? Map.of() : known.seen();
    }

    /// How another report holds the key.
    ///
    /// @param blind one of the forms under which it does
    private record Held(UUID blind, Holders.Seen seen) {

        Held and(Held other) {
            return new Held(blind, seen.and(other.seen));
        }
    }

    private record Told(ReportPair pair, boolean crossRole) {}

    /// A key that crossed the limit.
    ///
    /// @param hubs one row for each of its blind forms
    record Spread(Entry cause, List<HubTable.Row> hubs) {}

    /// What entries write.
    ///
    /// @param strongest for each entry, in order, the strongest reason of each pair it links or alerts about
    /// @param companions what is named beside accounts that are in very many reports
    /// @param contradictions for each entry, what reports that share a key contradict each other in
    record Plan(
            List<Sighting> sightings,
            List<Reason> reasons,
            List<Spread> spreads,
            List<CompanionTable.Row> companions,
            Map<Entry, List<Reason>> strongest,
            Map<Entry, Set<ContradictionTable.Row>> contradictions) {

        private static Plan empty() {
            return new Plan(
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new LinkedHashMap<>(),
                    new LinkedHashMap<>());
        }
    }
}

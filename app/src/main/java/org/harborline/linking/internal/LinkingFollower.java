// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.intake.Reports;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.linking.facts.ConfirmationUndone;
import org.harborline.linking.facts.CutUndone;
import org.harborline.linking.facts.FindingRecorded;
import org.harborline.linking.facts.FindingWithdrawn;
import org.harborline.linking.facts.KeysRenewed;
import org.harborline.linking.facts.LinkConfirmed;
import org.harborline.linking.facts.LinkCut;
import org.harborline.linking.facts.ReportCredited;
import org.harborline.linking.facts.ReportDiscredited;
import org.harborline.vault.Vault;
import org.harborline.vault.facts.RecordErased;
import org.springframework.stereotype.Component;

/// Makes keys and links of what was filed and found, tells what cuts do to them, and removes them when a report is
/// erased.
@Component
class LinkingFollower implements Follower {

    private final Sources sources;
    private final KeyMaker keys;
    private final LinkTables tables;
    private final LinkWriting writing;
    private final Bringing bringing;
    private final Removals removals;
    private final Vault vault;
    private final FanOut fanOut;
    private final Profiling profiling;

    LinkingFollower(
            Sources sources,
            KeyMaker keys,
            LinkTables tables,
            Removals removals,
            Vault vault,
            FanOut fanOut,
            Profiling profiling) {
        this.sources = sources;
        this.keys = keys;
        this.tables = tables;
        this.writing = new LinkWriting(tables, removals.discrediting());
        this.bringing = new Bringing(sources, keys, removals.renewing());
        this.removals = removals;
        this.vault = vault;
        this.fanOut = fanOut;
        this.profiling = profiling;
    }

    /// The same, for reports that are kept elsewhere.
    LinkingFollower reading(Reports reports) {
        return new LinkingFollower(
                new Sources(reports, sources.findings(), sources.origins(), sources.statements()),
                keys,
                tables,
                removals,
                vault,
                fanOut,
                profiling);
    }

    @Override
    public String name() {
        return "linking";
    }

    @Override
    public Set<Class<? extends Fact>> follows() {
        return Set.of(
                ReportFiled.class,
                FindingRecorded.class,
                FindingWithdrawn.class,
                LinkCut.class,
                CutUndone.class,
                ReportDiscredited.class,
                ReportCredited.class,
                LinkConfirmed.class,
                ConfirmationUndone.class,
                KeysRenewed.class,
                RecordErased.class);
    }

    @Override
    public List<String> derivedTables() {
        return List.of(
                "linking.hub",
                "linking.reason",
                "linking.sighting",
                "linking.cut_taken_up",
                "linking.discredited",
                "linking.blocking_key",
                "linking.profile",
                "linking.contradiction",
                "linking.statement",
                "linking.companion");
    }

    @Override
    public Changes prepare(List<Followed> batch) {
        return prepare(batch, Past.NONE);
    }

    @Override
    public Changes replay(List<Followed> batch, Recorded recorded) {
        return prepare(batch, Past.of(batch, recorded, vault, tables.hubs()));
    }

    private Changes prepare(List<Followed> batch, Past past) {
        var filed = Bringing.Filed.of(sources, batch);
        Map<Entry, Renewing.Brought> brought = bringing.of(batch, filed, past);
        List<Fresh> fresh =
                brought.values().stream().flatMap(one -> one.fresh().stream()).toList();
        List<ProfileTable.Key> likeness = profiling.keys(filed.reports().values(), filed.from());
        Map<UUID, RoleSpace> probes = new HashMap<>();
        fresh.forEach(one -> one.keys().forEach(key -> probes.putAll(key.probes())));
        Map<UUID, Holders> holders = holders(probes, batch, past);
        var maker = new LinkMaker(
                fanOut,
                past,
                holders,
                sources.statements().among(sources, fresh, holders),
                Companions.of(tables, fresh, holders, fanOut.reports()));
        List<Step> steps = steps(batch).stream()
                .map(entries -> new Step(entries, maker.take(brought(entries, brought), hubs(entries, brought))))
                .toList();
        return consequences -> {
            var told = new Told(consequences);
            profiling.store(likeness);
            tables.statements().insertAll(fresh);
            steps.forEach(step -> {
                writing.apply(step.plan(), told);
                step.entries().forEach(followed -> {
                    remove(followed, brought, told);
                    past.stands(followed.entry()).forEach(fact -> told.unlessTold(followed.entry(), fact));
                });
            });
        };
    }

    /// A batch in parts that each end with an entry that takes something away or gives it back. Only so are links told
    /// as they would be one by one.
    private static List<List<Followed>> steps(List<Followed> batch) {
        var steps = new ArrayList<List<Followed>>();
        int from = 0;
        for (int i = 0; i < batch.size(); i++) {
            Fact fact = batch.get(i).fact();
            boolean brings = fact instanceof ReportFiled || fact instanceof FindingRecorded;
            if (!brings || i == batch.size() - 1) {
                steps.add(batch.subList(from, i + 1));
                from = i + 1;
            }
        }
        return steps;
    }

    private static List<Fresh> brought(List<Followed> entries, Map<Entry, Renewing.Brought> brought) {
        return entries.stream()
                .flatMap(followed -> Stream.ofNullable(brought.get(followed.entry())))
                .flatMap(one -> one.fresh().stream())
                .toList();
    }

    private static Map<Entry, List<List<HubTable.Row>>> hubs(
            List<Followed> entries, Map<Entry, Renewing.Brought> brought) {
        var hubs = new LinkedHashMap<Entry, List<List<HubTable.Row>>>();
        entries.forEach(followed -> {
            Renewing.Brought one = brought.get(followed.entry());
            if (one != null && !one.hubs().isEmpty()) {
                hubs.put(followed.entry(), one.hubs());
            }
        });
        return hubs;
    }

    private void remove(Followed followed, Map<Entry, Renewing.Brought> brought, Consequences consequences) {
        Entry entry = followed.entry();
        switch (followed.fact()) {
            case RecordErased erased -> removals.erasing().take(entry, erased, consequences);
            case FindingWithdrawn withdrawn -> removals.withdrawing().take(entry, withdrawn, consequences);
            case LinkCut cut -> removals.cutting().take(entry, cut, consequences);
            case CutUndone undone -> removals.cutting().take(entry, undone, consequences);
            case ReportDiscredited ended -> removals.discrediting().take(entry, ended, consequences);
            case ReportCredited back -> removals.discrediting().take(entry, back, consequences);
            case LinkConfirmed word -> removals.confirming().take(entry, word, consequences);
            case ConfirmationUndone back -> removals.confirming().take(entry, back, consequences);
            case KeysRenewed part ->
                removals.renewing()
                        .take(entry, part, brought.getOrDefault(entry, Renewing.Brought.NOTHING), consequences);
            default -> {}
        }
    }

    /// Who holds the keys. A report that this batch erases links nothing any more, and nobody holds a key that goes
    /// with this batch because today's rules do not make it.
    private Map<UUID, Holders> holders(Map<UUID, RoleSpace> probes, List<Followed> batch, Past past) {
        // a key that did not spread under another limit may have more holders than the limit in force
        Map<UUID, Holders> holders =
                tables.sightings().holders(probes, past.isRecorded() ? Integer.MAX_VALUE : fanOut.most());
        if (holders.isEmpty()) {
            return holders;
        }
        for (Followed followed : batch) {
            if (followed.fact() instanceof RecordErased erased) {
                holders.values().forEach(one -> one.forget(Erasing.report(erased)));
            }
            if (followed.fact() instanceof KeysRenewed part) {
                removals.renewing().goingWith(part).forEach(hold -> {
                    Holders holding = holders.get(hold.blind());
                    if (holding != null) {
                        holding.forget(hold.report());
                    }
                });
            }
        }
        return holders;
    }

    /// Entries of a batch with what they bring, in their order.
    private record Step(List<Followed> entries, LinkMaker.Plan plan) {}

    /// Passes facts on and remembers them, so that what stands is said once.
    private record Told(Consequences consequences, Set<String> said) implements Consequences {

        private Told(Consequences consequences) {
            this(consequences, new HashSet<>());
        }

        @Override
        public void record(Entry cause, Fact fact) {
            said.add(line(cause, fact));
            consequences.record(cause, fact);
        }

        void unlessTold(Entry cause, Fact fact) {
            if (said.add(line(cause, fact))) {
                consequences.record(cause, fact);
            }
        }

        private static String line(Entry cause, Fact fact) {
            return cause.position() + " " + fact.getClass().getSimpleName() + " " + fact.subject();
        }

        @Override
        public boolean replaying() {
            return consequences.replaying();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.linking.facts.ConfirmationUndone;
import org.harborline.linking.facts.CutUndone;
import org.harborline.linking.facts.FindingRecorded;
import org.harborline.linking.facts.FindingWithdrawn;
import org.harborline.linking.facts.LinkConfirmed;
import org.harborline.linking.facts.LinkCut;
import org.harborline.linking.facts.ReportCredited;
import org.harborline.linking.facts.ReportDiscredited;
import org.harborline.platform.Actor;
import org.harborline.vault.Vault;
import org.harborline.vault.facts.RecordErased;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes keys and links of what was filed and found, tells what cuts do to them, and removes them when a report is
/// erased.
@Component
class LinkingFollower implements Follower {

    private static final Actor SELF = Actor.system("linking");

    private final Sources sources;
    private final KeyMaker keys;
    private final LinkTables tables;
    private final LinkWriting writing;
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
                "linking.statement");
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
        var filed = Filed.of(sources, batch);
        Map<Entry, Fresh> fresh = fresh(batch, filed);
        List<ProfileTable.Key> likeness = profiling.keys(filed.reports().values(), filed.from());
        Map<UUID, RoleSpace> probes = new HashMap<>();
        fresh.values().forEach(one -> one.keys().forEach(key -> probes.putAll(key.probes())));
        Map<UUID, Holders> holders = holders(probes, batch, past);
        var maker = new LinkMaker(fanOut, past, holders, sources.statements().among(sources, fresh.values(), holders));
        List<Step> steps = steps(batch).stream()
                .map(entries -> new Step(entries, maker.take(brought(entries, fresh))))
                .toList();
        return consequences -> {
            var told = new Told(consequences);
            profiling.store(likeness);
            tables.statements().insertAll(fresh.values());
            steps.forEach(step -> {
                writing.apply(step.plan(), told);
                step.entries().forEach(followed -> {
                    remove(followed, told);
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

    private static List<Fresh> brought(List<Followed> entries, Map<Entry, Fresh> fresh) {
        return entries.stream()
                .map(followed -> fresh.get(followed.entry()))
                .filter(Objects::nonNull)
                .toList();
    }

    private void remove(Followed followed, Consequences consequences) {
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
            default -> {}
        }
    }

    /// Who holds the keys. A report that this batch erases links nothing any more.
    private Map<UUID, Holders> holders(Map<UUID, RoleSpace> probes, List<Followed> batch, Past past) {
        // a key that did not spread under another limit may have more holders than the limit in force
        Map<UUID, Holders> holders =
                tables.sightings().holders(probes, past.isRecorded() ? Integer.MAX_VALUE : fanOut.reports());
        for (Followed followed : batch) {
            if (followed.fact() instanceof RecordErased erased) {
                holders.values().forEach(one -> one.forget(Erasing.report(erased)));
            }
        }
        return holders;
    }

    private Map<Entry, Fresh> fresh(List<Followed> batch, Filed filed) {
        Map<ReportNumber, Report> named = sources.reports().findAll(SELF, named(filed.reports()));
        Map<UUID, FindingWords.Identifier> found = sources.findings()
                .identifiers(batch.stream()
                        .map(Followed::fact)
                        .filter(FindingRecorded.class::isInstance)
                        .map(fact -> ((FindingRecorded) fact).finding())
                        .toList());
        var fresh = new HashMap<Entry, Fresh>();
        for (Followed followed : batch) {
            Fresh one = switch (followed.fact()) {
                case ReportFiled fact -> ofReport(followed.entry(), fact, filed, named);
                case FindingRecorded fact -> ofFinding(followed.entry(), fact.report(), found.get(fact.finding()));
                case FindingWithdrawn fact -> Fresh.withdrawn(followed.entry(), fact.report(), fact.finding());
                case RecordErased _,
                        LinkCut _,
                        CutUndone _,
                        ReportDiscredited _,
                        ReportCredited _,
                        LinkConfirmed _,
                        ConfirmationUndone _ -> null;
                default -> throw new IllegalStateException("linking does not follow this fact");
            };
            if (one != null) {
                fresh.put(followed.entry(), one);
            }
        }
        return fresh;
    }

    private static List<ReportNumber> numbers(List<Followed> batch) {
        return batch.stream()
                .map(Followed::fact)
                .filter(ReportFiled.class::isInstance)
                .map(fact -> ((ReportFiled) fact).report())
                .toList();
    }

    private static Set<ReportNumber> named(Map<ReportNumber, ReceivedReport> filed) {
        return filed.values().stream()
                .flatMap(report -> KeyMaker.namedReports(report).stream())
                .collect(Collectors.toSet());
    }

    /// Without keys when the report was erased.
    private Fresh ofReport(Entry entry, ReportFiled fact, Filed filed, Map<ReportNumber, Report> named) {
        ReceivedReport report = filed.reports().get(fact.report());
        Origin origin = filed.from().get(fact.report());
        if (report == null || origin == null) {
            return new Fresh(entry, fact.report(), List.of(), List.of(), fact.escalated(), null, Statement.NOTHING);
        }
        List<ReportNumber> asserted = KeyMaker.namedReports(report).stream()
                .filter(one -> isOwnEarlierReport(named.get(one), fact))
                .toList();
        return new Fresh(
                entry,
                report.number(),
                keys.ofReport(report, origin),
                asserted,
                fact.escalated(),
                null,
                sources.statements().of(report, origin));
    }

    /// A sender can vouch for its own reports only, and a report can name only what was filed before it. Judged as it
    /// was when the report was filed, so that a rebuild finds the same.
    private static boolean isOwnEarlierReport(@Nullable Report named, ReportFiled fact) {
        if (named == null || !named.provider().equals(fact.provider())) {
            return false;
        }
        Instant finished = named.finishedAt();
        return finished != null
                && !finished.isAfter(fact.filedAt())
                && named.number().compareTo(fact.report()) < 0;
    }

    /// Without keys when it is no identifier or its report was erased.
    private Fresh ofFinding(Entry entry, ReportNumber report, FindingWords.@Nullable Identifier found) {
        if (found == null) {
            return Fresh.found(entry, report, List.of());
        }
        return Fresh.found(
                entry,
                found.report(),
                keys.ofFinding(found.report(), found.finding(), found.stated(), found.origin(), found.observedAt()));
    }

    /// What a batch files, as far as it can still be read.
    private record Filed(Map<ReportNumber, ReceivedReport> reports, Map<ReportNumber, Origin> from) {

        static Filed of(Sources sources, List<Followed> batch) {
            Map<ReportNumber, ReceivedReport> reports = sources.reports().open(SELF, numbers(batch));
            return new Filed(reports, sources.origins().ofAll(reports.values()));
        }
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

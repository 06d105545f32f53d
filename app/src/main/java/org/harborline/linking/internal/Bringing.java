// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Entry;
import org.harborline.journal.Follower.Followed;
import org.harborline.linking.facts.ConfirmationUndone;
import org.harborline.linking.facts.CutUndone;
import org.harborline.linking.facts.FindingRecorded;
import org.harborline.linking.facts.FindingWithdrawn;
import org.harborline.linking.facts.KeysRenewed;
import org.harborline.linking.facts.LinkConfirmed;
import org.harborline.linking.facts.LinkCut;
import org.harborline.linking.facts.ReportCredited;
import org.harborline.linking.facts.ReportDiscredited;
import org.harborline.platform.Actor;
import org.harborline.vault.facts.RecordErased;
import org.jspecify.annotations.Nullable;

/// Reads what entries bring to be linked, with a few statements however many they are.
final class Bringing {

    private static final Actor SELF = Actor.system("linking");

    private final Sources sources;
    private final KeyMaker keys;
    private final Renewing renewing;

    Bringing(Sources sources, KeyMaker keys, Renewing renewing) {
        this.sources = sources;
        this.keys = keys;
        this.renewing = renewing;
    }

    Map<Entry, Renewing.Brought> of(List<Followed> batch, Filed filed, Past past) {
        Map<ReportNumber, Report> named = sources.reports().findAll(SELF, named(filed.reports()));
        Map<UUID, FindingWords.Identifier> found = sources.findings()
                .identifiers(batch.stream()
                        .map(Followed::fact)
                        .filter(FindingRecorded.class::isInstance)
                        .map(fact -> ((FindingRecorded) fact).finding())
                        .toList());
        var fresh = new HashMap<Entry, Renewing.Brought>();
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
                        ConfirmationUndone _,
                        KeysRenewed _ -> null;
                default -> throw new IllegalStateException("linking does not follow this fact");
            };
            if (one != null) {
                fresh.put(followed.entry(), new Renewing.Brought(List.of(one), List.of(), List.of()));
            } else if (followed.fact() instanceof KeysRenewed part) {
                fresh.put(followed.entry(), renewing.read(followed.entry(), part, sources, past));
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

    /// A sender can vouch for its own reports only, and a report can name only what was filed before it. Judged
    /// as it was when the report was filed, so that a rebuild finds the same.
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
    record Filed(Map<ReportNumber, ReceivedReport> reports, Map<ReportNumber, Origin> from) {

        static Filed of(Sources sources, List<Followed> batch) {
            Map<ReportNumber, ReceivedReport> reports = sources.reports().open(SELF, numbers(batch));
            return new Filed(reports, sources.origins().ofAll(reports.values()));
        }
    }
}

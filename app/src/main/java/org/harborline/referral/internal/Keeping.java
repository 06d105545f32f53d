// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.intake.facts.PreservationRenewed;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower.Followed;
import org.harborline.referral.Endings.Ending;
import org.harborline.referral.PackageKind;
import org.harborline.referral.facts.PackageDelivered;
import org.harborline.referral.facts.PackageReturned;
import org.harborline.registry.AgencyId;
import org.harborline.vault.facts.RecordErased;
import org.springframework.stereotype.Component;

/// Follows until when senders keep what agencies have. The day on which a report was filed says it first, and asking
/// for
/// longer only ever moves it on: so it comes out the same whenever it is built again.
@Component
class Keeping {

    private final PreservationTable table;
    private final Reports reports;

    Keeping(PreservationTable table, Reports reports) {
        this.table = table;
        this.reports = reports;
    }

    /// Reads what a batch needs; what is answered writes it.
    Runnable prepare(List<Followed> batch) {
        List<Fact> facts = batch.stream().map(Followed::fact).toList();
        Map<ReportNumber, Report> delivered = reports.findAll(
                Actors.SYSTEM,
                facts.stream()
                        .filter(Keeping::brings)
                        .map(fact -> ((PackageDelivered) fact).report())
                        .distinct()
                        .toList());
        var had = new LinkedHashMap<Key, Optional<Ending>>();
        facts.forEach(fact -> take(fact, delivered, had));
        return () -> {
            table.put(had.values().stream().flatMap(Optional::stream).toList());
            table.returned(had.entrySet().stream()
                    .filter(one -> one.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .toList());
            table.renewed(of(facts, PreservationRenewed.class));
            table.forget(of(facts, RecordErased.class).stream()
                    .map(FollowedView::erased)
                    .toList());
        };
    }

    private static <F extends Fact> List<F> of(List<Fact> facts, Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static boolean brings(Fact fact) {
        return fact instanceof PackageDelivered delivered && delivered.kind() != PackageKind.CORRECTION;
    }

    /// What an agency has after the batch; empty when it returned it.
    private static void take(Fact fact, Map<ReportNumber, Report> known, Map<Key, Optional<Ending>> had) {
        if (fact instanceof PackageReturned returned) {
            had.put(new Key(returned.agency(), returned.report()), Optional.empty());
        }
        if (fact instanceof PackageDelivered delivered && brings(delivered)) {
            Report report = known.get(delivered.report());
            Instant until = report == null ? null : report.keptUntil();
            if (until != null) {
                had.put(
                        new Key(delivered.agency(), delivered.report()),
                        Optional.of(new Ending(delivered.agency(), delivered.report(), delivered.delivery(), until)));
            }
        }
    }

    record Key(AgencyId agency, ReportNumber report) {}
}

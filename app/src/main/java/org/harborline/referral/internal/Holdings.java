// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.PackageKind;
import org.harborline.registry.AgencyId;

/// What agencies have of the reports around one batch, and which of it changed.
final class Holdings {

    private final Map<DeliveryId, Holding> all = new LinkedHashMap<>();
    private final Set<DeliveryId> changed = new LinkedHashSet<>();

    void load(Holding holding) {
        all.put(holding.delivery(), holding);
    }

    void put(Holding holding) {
        load(holding);
        changed.add(holding.delivery());
    }

    void end(DeliveryId delivery) {
        Optional.ofNullable(all.get(delivery)).ifPresent(one -> put(one.over()));
    }

    void forget(ReportNumber report) {
        all.values().stream()
                .filter(holding -> holding.report().equals(report))
                .toList()
                .forEach(holding -> put(holding.over()));
    }

    List<Holding> changed() {
        return changed.stream().map(all::get).map(Objects::requireNonNull).toList();
    }

    Stream<Holding> held() {
        return all.values().stream().filter(Holding::held);
    }

    /// Referrals of the report that agencies have and have not returned.
    List<Holding> referrals(ReportNumber report) {
        return held().filter(holding -> holding.report().equals(report))
                .filter(holding -> holding.kind() == PackageKind.REFERRAL)
                .toList();
    }

    boolean has(AgencyId agency, ReportNumber report) {
        return at(agency, report).findAny().isPresent();
    }

    boolean referred(AgencyId agency, ReportNumber report) {
        return at(agency, report).anyMatch(holding -> holding.kind() == PackageKind.REFERRAL);
    }

    /// Whether the agency had the report referred to it once and has it no more.
    boolean returned(AgencyId agency, ReportNumber report) {
        return all.values().stream()
                .filter(holding -> !holding.held() && holding.kind() == PackageKind.REFERRAL)
                .anyMatch(holding ->
                        holding.agency().equals(agency) && holding.report().equals(report));
    }

    private Stream<Holding> at(AgencyId agency, ReportNumber report) {
        return held().filter(holding ->
                holding.agency().equals(agency) && holding.report().equals(report));
    }

    /// Of each agency that has the report, the package through which it has it: the referral, or else the first
    /// supplement.
    Collection<Holding> bearers(ReportNumber report) {
        return packages(report, holding -> holding.kind() != PackageKind.CORRECTION);
    }

    /// Of each agency the first of its packages about the report for which something is true; a correction only where
    /// it
    /// is true of nothing else.
    Collection<Holding> packages(ReportNumber report, Predicate<Holding> which) {
        var first = new LinkedHashMap<AgencyId, Holding>();
        held().filter(holding -> holding.report().equals(report))
                .filter(which)
                .sorted(Comparator.comparing((Holding holding) -> holding.kind() != PackageKind.REFERRAL)
                        .thenComparing(holding -> holding.kind() == PackageKind.CORRECTION)
                        .thenComparing(holding -> holding.delivery().toString()))
                .forEach(holding -> first.putIfAbsent(holding.agency(), holding));
        return first.values();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.linking.Finding;
import org.harborline.linking.Links;
import org.harborline.platform.Actor;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.registry.Agency;
import org.harborline.registry.AgencyId;
import org.harborline.registry.Candidate;
import org.harborline.registry.Location;
import org.harborline.registry.Organisations;
import org.harborline.registry.Place;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// Gathers what routing needs and asks it.
@Component
class Router {

    private final Reports reports;
    private final Links links;
    private final Organisations organisations;
    private final DeliveryTable deliveries;
    private final Having having;
    private final StandingTable standings;
    private final Clock clock;

    Router(
            @Lazy Reports reports,
            Links links,
            Organisations organisations,
            DeliveryTable deliveries,
            Having having,
            StandingTable standings,
            Clock clock) {
        this.reports = reports;
        this.links = links;
        this.organisations = organisations;
        this.deliveries = deliveries;
        this.having = having;
        this.standings = standings;
        this.clock = clock;
    }

    /// The report in clear, opened in the name of the actor.
    ReceivedReport received(Actor actor, ReportNumber report) {
        return Optional.ofNullable(reports.open(actor, List.of(report)).get(report))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    /// Where a report would go.
    ///
    /// @param actor in whose name findings are opened
    Routed route(Actor actor, ReceivedReport report, Detail detail) {
        ReportNumber number = report.number();
        List<Finding> findings = links.openFindings(actor, List.of(number)).getOrDefault(number, List.of());
        var facts = new RoutingFacts(
                report,
                findings,
                located(report, findings),
                registry(),
                today(),
                deliveries.returnedBy(number),
                having.of(number),
                holders(number),
                detail);
        return new Routed(Routing.decide(facts), Routing.soleAddresses(facts));
    }

    private RoutingFacts.Registry registry() {
        return new RoutingFacts.Registry() {
            @Override
            public List<Candidate> covering(Place place, LocalDate day) {
                return organisations.agenciesFor(Actors.SYSTEM, place, day);
            }

            @Override
            public Place canonical(Place place) {
                return organisations.canonical(Actors.SYSTEM, place);
            }
        };
    }

    boolean mayReceive(AgencyId agency) {
        return organisations.mayReceive(Actors.SYSTEM, agency, today());
    }

    /// Agencies that may receive something today, by name.
    List<Agency> receivers() {
        return organisations.receivers(Actors.SYSTEM, today()).stream()
                .sorted(Comparator.comparing(Agency::name))
                .toList();
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private Map<String, Location> located(ReceivedReport report, List<Finding> findings) {
        var stated = report.identifiers().stream()
                .filter(one -> one.kind() == IdentifierKind.IP_ADDRESS)
                .map(one -> one.value());
        var found = findings.stream()
                .filter(one -> one.identifierKind() == IdentifierKind.IP_ADDRESS && one.text() != null)
                .map(one -> Objects.requireNonNull(one.text()).value());
        var located = new HashMap<String, Location>();
        Stream.concat(stated, found)
                .distinct()
                .forEach(address -> organisations
                        .locate(Actors.SYSTEM, address)
                        .ifPresent(location -> located.put(address, location)));
        return located;
    }

    /// Agencies that hold a report linked with this one.
    private Map<AgencyId, ReportNumber> holders(ReportNumber number) {
        List<ReportNumber> linked = standings.links(List.of(number)).stream()
                .filter(KnownLink::inEffect)
                .map(link -> link.otherThan(number))
                .toList();
        var holders = new HashMap<AgencyId, ReportNumber>();
        standings.holdings(linked).stream()
                .filter(Holding::held)
                .forEach(holding -> holders.putIfAbsent(holding.agency(), holding.report()));
        return holders;
    }

    /// See [Having].
    Set<AgencyId> having(ReportNumber report) {
        return having.of(report);
    }
}

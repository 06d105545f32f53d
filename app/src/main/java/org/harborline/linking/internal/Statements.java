// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.CaptureEvent;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReceivedReport.Party;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.StatedIdentifier;
import org.harborline.linking.internal.Statement.Login;
import org.harborline.platform.Actor;
import org.harborline.registry.Location;
import org.harborline.registry.Organisations;
import org.springframework.stereotype.Component;

/// Reads from a report what another one can contradict. Of several reported persons nothing is read: it would not be
/// known whose it is.
@Component
class Statements {

    private static final Actor SELF = Actor.system("linking");
    private static final int MOST_LOGINS = 50;

    private final Normaliser normaliser;
    private final Organisations registry;
    private final StatementTable table;

    Statements(Normaliser normaliser, Organisations registry, StatementTable table) {
        this.normaliser = normaliser;
        this.registry = registry;
        this.table = table;
    }

    /// What the reports of a batch and those that share a key with them state, of all that may contradict each other.
    /// Few are opened for it, and often none.
    Contradicting among(Sources sources, Collection<Fresh> batch, Map<UUID, Holders> holders) {
        var stated = new HashMap<ReportNumber, Statement>();
        batch.stream()
                .filter(fresh -> !fresh.statement().isEmpty())
                .forEach(fresh -> stated.put(fresh.report(), fresh.statement()));
        Collection<Set<ReportNumber>> together = together(batch, holders);
        Set<ReportNumber> speaking = new HashSet<>(stated.keySet());
        speaking.addAll(ofFindings(batch));
        together.removeIf(some -> some.size() <= LinkMaker.ALL_LINKED && Collections.disjoint(some, speaking));
        Map<ReportNumber, StatementTable.Row> rows =
                table.of(together.stream().flatMap(Set::stream).collect(Collectors.toSet()));
        stated.forEach((report, statement) -> rows.put(report, StatementTable.Row.of(report, statement)));
        Set<ReportNumber> needed = new HashSet<>();
        together.forEach(some -> needed.addAll(mayContradict(some, rows)));
        needed.removeAll(stated.keySet());
        Map<ReportNumber, ReceivedReport> opened = sources.reports().open(SELF, needed);
        sources.origins()
                .ofAll(opened.values())
                .forEach(
                        (number, origin) -> stated.put(number, of(Objects.requireNonNull(opened.get(number)), origin)));
        return new Contradicting(stated);
    }

    /// Reports beside which something was found: what they state is not in the batch.
    private static Set<ReportNumber> ofFindings(Collection<Fresh> batch) {
        return batch.stream()
                .filter(fresh ->
                        fresh.keys().stream().anyMatch(key -> key.sighting().finding() != null))
                .map(Fresh::report)
                .collect(Collectors.toSet());
    }

    /// The reports that hold each strong key of a reported person, those of the batch included. Of a key that stays
    /// with
    /// one person the newest, to which a report is linked: nothing is withheld by the others.
    private static Collection<Set<ReportNumber>> together(Collection<Fresh> batch, Map<UUID, Holders> holders) {
        var together = new HashMap<List<UUID>, Set<ReportNumber>>();
        for (Fresh fresh : batch) {
            for (Fresh.Key key : fresh.keys()) {
                if (key.sighting().role() == RoleSpace.REPORTED && !key.own().isEmpty()) {
                    together.computeIfAbsent(key.own(), forms -> holding(key, forms, holders))
                            .add(fresh.report());
                }
            }
        }
        return together.values();
    }

    private static Set<ReportNumber> holding(Fresh.Key key, List<UUID> forms, Map<UUID, Holders> holders) {
        return forms.stream()
                .flatMap(form -> Optional.ofNullable(holders.get(form)).stream())
                .flatMap(one -> one.reports().stream())
                .sorted(Comparator.reverseOrder())
                .limit(key.rule().changesHands() ? Long.MAX_VALUE : LinkMaker.ALL_LINKED)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<ReportNumber> mayContradict(
            Set<ReportNumber> reports, Map<ReportNumber, StatementTable.Row> rows) {
        List<StatementTable.Row> some = reports.stream()
                .flatMap(report -> Optional.ofNullable(rows.get(report)).stream())
                .toList();
        return some.stream()
                .filter(one -> some.stream().anyMatch(other -> !other.equals(one) && one.mayContradict(other)))
                .map(StatementTable.Row::report)
                .collect(Collectors.toSet());
    }

    Statement of(ReceivedReport report, Origin origin) {
        List<Party> reported = report.parties().stream()
                .filter(party -> party.role() == PartyRole.REPORTED_PERSON)
                .toList();
        if (reported.size() != 1) {
            return Statement.NOTHING;
        }
        Party person = reported.getFirst();
        boolean doubted = Boolean.TRUE.equals(person.ageAssertionDiscrepancy());
        LocalDate born = doubted ? null : person.statedBirthDate();
        // somebody else may have signed in
        boolean taken = Boolean.TRUE.equals(person.compromisedAccount());
        return new Statement(born, taken ? List.of() : logins(report, origin));
    }

    private List<Login> logins(ReceivedReport report, Origin origin) {
        return report.identifiers().stream()
                .filter(stated -> stated.kind() == IdentifierKind.IP_ADDRESS
                        && stated.role() == PartyRole.REPORTED_PERSON
                        && stated.event() == CaptureEvent.LOGIN)
                .limit(MOST_LOGINS)
                .flatMap(stated -> login(stated, origin).stream())
                .toList();
    }

    /// Only at an exact time of a known zone, and where the address says where somebody is: no proxy and no network of
    /// the operator's lists.
    private Optional<Login> login(StatedIdentifier stated, Origin origin) {
        var time = stated.time();
        if (time == null
                || time.offset() == null
                || Boolean.TRUE.equals(stated.quality().possibleProxy())
                || normaliser.listing(stated, origin).isPresent()) {
            return Optional.empty();
        }
        return registry.locate(SELF, stated.value().strip())
                .flatMap(Statements::continent)
                .map(continent -> new Login(time.instant(), continent));
    }

    private static Optional<String> continent(Location location) {
        String country = location.place().country();
        if (country == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Region.getInstance(country).getContainingRegion(RegionType.CONTINENT))
                    .map(Region::toString);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

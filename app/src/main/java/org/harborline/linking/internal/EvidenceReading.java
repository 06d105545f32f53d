// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.intake.StatedIdentifier;
import org.harborline.intake.StatedTime;
import org.harborline.linking.Evidence;
import org.harborline.linking.Evidence.Comparison;
import org.harborline.linking.Evidence.Side;
import org.harborline.linking.Finding;
import org.harborline.linking.IdentifierSheet;
import org.harborline.linking.Link;
import org.harborline.linking.LinkReason.Rarity;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Strength;
import org.harborline.platform.Actor;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Brings links and keys back together with the stated values they came from.
@Component
class EvidenceReading {

    private final LinkTables tables;
    private final LinkReading links;
    private final Normaliser normaliser;
    private final Origins origins;
    private final Reports reports;
    private final FindingTable findings;
    private final FindingWords words;

    EvidenceReading(
            LinkTables tables,
            LinkReading links,
            Normaliser normaliser,
            Origins origins,
            Reports reports,
            FindingTable findings,
            FindingWords words) {
        this.tables = tables;
        this.links = links;
        this.normaliser = normaliser;
        this.origins = origins;
        this.reports = reports;
        this.findings = findings;
        this.words = words;
    }

    /// What was compared for a pair: for its link, or for its alert where nothing else joins the two.
    ///
    /// @param reader who opens the reports: the person who reveals, or linking itself to mask them
    Evidence evidence(ReportPair pair, Actor reader, boolean masked) {
        return of(both(pair).min(Comparator.comparing(Link::crossRole)), reader, masked);
    }

    /// What stands in two roles, also in reports that are linked by something else.
    Evidence alert(ReportPair pair, Actor reader, boolean masked) {
        return of(both(pair).filter(Link::crossRole).findFirst(), reader, masked);
    }

    private Stream<Link> both(ReportPair pair) {
        return links.ofReports(List.of(pair.newer())).getOrDefault(pair.newer(), List.of()).stream()
                .filter(link -> link.pair().equals(pair));
    }

    private Evidence of(Optional<Link> shown, Actor reader, boolean masked) {
        Link link = shown.orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        ReportPair pair = link.pair();
        var opened = open(pair, reader, masked);
        List<Reason> reasons = tables.reasons().ofReports(List.of(pair.newer())).stream()
                .filter(reason -> reason.pair().equals(pair) && reason.crossRole() == link.crossRole())
                .toList();
        Map<UUID, Rarity> rarity = tables.sightings()
                .rarity(reasons.stream()
                        .map(Reason::olderBlind)
                        .flatMap(blind -> Optional.ofNullable(blind).stream())
                        .collect(Collectors.toSet()));
        return new Evidence(
                link,
                reasons.stream()
                        .map(reason -> new Comparison(
                                LinkReading.view(reason, rarity),
                                opened.side(pair.newer(), reason, reason.newerBlind()),
                                opened.side(pair.older(), reason, reason.olderBlind())))
                        .toList());
    }

    private Opened open(ReportPair pair, Actor reader, boolean masked) {
        List<ReportNumber> numbers = List.of(pair.newer(), pair.older());
        var sightings = tables.sightings().ofReports(numbers);
        List<UUID> ids = sightings.values().stream()
                .flatMap(Collection::stream)
                .flatMap(one -> Optional.ofNullable(one.finding()).stream())
                .distinct()
                .toList();
        Map<UUID, FindingTable.Row> rows =
                findings.byIds(ids).stream().collect(Collectors.toMap(FindingTable.Row::id, Function.identity()));
        var stated = new HashMap<ReportNumber, List<StatedIdentifier>>();
        var from = new HashMap<ReportNumber, Origin>();
        reports.open(reader, numbers).forEach((number, report) -> {
            Origin origin = origins.of(report);
            from.put(number, origin);
            stated.put(number, Whose.identifiers(report, normaliser, origin));
        });
        var forms = masked
                ? new Forms(normaliser, Map.of(), Map.of())
                : new Forms(normaliser, from, words.identifiers(ids));
        return new Opened(stated, sightings, rows, words.open(reader, rows.values()), forms, masked);
    }

    /// What the rules read in values that were revealed; nothing in those that were not.
    private record Forms(
            Normaliser normaliser, Map<ReportNumber, Origin> from, Map<UUID, FindingWords.Identifier> found) {

        @Nullable
        String of(ReportNumber report, StatedIdentifier stated) {
            Origin origin = from.get(report);
            return origin == null ? null : of(stated, origin);
        }

        @Nullable
        String of(UUID finding) {
            FindingWords.Identifier one = found.get(finding);
            return one == null ? null : of(one.stated(), one.origin());
        }

        private @Nullable String of(StatedIdentifier stated, Origin origin) {
            String form = normaliser.normalise(stated, origin).canonical();
            return form.isEmpty() || form.equals(stated.value()) ? null : form;
        }
    }

    /// The identifiers of a report, each with what the rules make of it.
    IdentifierSheet sheet(ReportNumber number, Actor reader, boolean masked) {
        ReceivedReport report = Optional.ofNullable(
                        reports.open(reader, List.of(number)).get(number))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        Map<Integer, Sighting> strongest = new java.util.HashMap<>();
        for (Sighting one : tables.sightings().ofReports(List.of(number)).getOrDefault(number, List.of())) {
            if (one.identifier() != null) {
                strongest.merge(one.identifier(), one, (a, b) -> a.strength().compareTo(b.strength()) <= 0 ? a : b);
            }
        }
        Map<UUID, Rarity> rarity = tables.sightings()
                .rarity(strongest.values().stream().map(Sighting::blind).collect(Collectors.toSet()));
        Origin origin = origins.of(report);
        var lines = new ArrayList<IdentifierSheet.Line>();
        List<StatedIdentifier> identifiers = Whose.identifiers(report, normaliser, origin);
        for (int i = 0; i < identifiers.size(); i++) {
            Sighting made = strongest.get(i);
            Rarity common = made == null ? null : rarity.get(made.blind());
            lines.add(line(identifiers.get(i), origin, made, common, masked));
        }
        return new IdentifierSheet(number, lines, !masked);
    }

    /// @param made its strongest key as it is stored; absent when it has none, or another line of the report has the
    /// same
    private IdentifierSheet.Line line(
            StatedIdentifier stated, Origin origin, @Nullable Sighting made, @Nullable Rarity rarity, boolean masked) {
        Normalised normalised = normaliser.normalise(stated, origin);
        Strength today = normalised.keys().stream()
                .map(MatchKey::strength)
                .min(java.util.Comparator.naturalOrder())
                .orElse(null);
        return new IdentifierSheet.Line(
                stated.kind(),
                masked ? Mask.of(stated.kind(), stated.value()) : stated.value(),
                stated.qualifier(),
                stated.role(),
                stated.party(),
                stated.event(),
                stated.time(),
                stated.port(),
                stated.quality(),
                made == null ? today : made.strength(),
                made == null || made.strength() == today ? null : new IdentifierSheet.Line.Changed(today),
                normalised.notes(),
                rarity,
                normaliser.listing(stated, origin).orElse(null));
    }

    /// Both reports with their keys and findings.
    ///
    /// @param stated what each states, with the roles that its keys were made for
    private record Opened(
            Map<ReportNumber, List<StatedIdentifier>> stated,
            Map<ReportNumber, List<Sighting>> sightings,
            Map<UUID, FindingTable.Row> findings,
            Map<UUID, Finding.Text> words,
            Forms forms,
            boolean masked) {

        Side side(ReportNumber report, Reason reason, @Nullable UUID blind) {
            Sighting sighting = sightings.getOrDefault(report, List.of()).stream()
                    .filter(one -> one.blind().equals(blind))
                    .findFirst()
                    .orElse(null);
            if (sighting == null) {
                return new Side(report.asRecord(), reason.kind(), PartyRole.INCIDENT, null, null, null);
            }
            UUID finding = sighting.finding();
            return finding == null ? ofReport(report, sighting) : ofFinding(finding, sighting);
        }

        private Side ofReport(ReportNumber report, Sighting sighting) {
            List<StatedIdentifier> all = stated.getOrDefault(report, List.of());
            Integer index = sighting.identifier();
            if (index == null || index >= all.size()) {
                return new Side(report.asRecord(), sighting.kind(), PartyRole.INCIDENT, null, null, null);
            }
            StatedIdentifier one = all.get(index);
            return new Side(
                    report.asRecord(),
                    one.kind(),
                    one.role(),
                    shown(one.kind(), one.value()),
                    forms.of(report, one),
                    one.time());
        }

        private Side ofFinding(UUID finding, Sighting sighting) {
            FindingTable.Row row = findings.get(finding);
            Finding.Text text = words.get(finding);
            var observed = new StatedTime(sighting.seenAt(), sighting.seenAt().toString(), java.time.ZoneOffset.UTC);
            return new Side(
                    FindingWords.record(finding),
                    sighting.kind(),
                    row == null ? PartyRole.INCIDENT : row.role(),
                    text == null ? null : shown(sighting.kind(), text.value()),
                    forms.of(finding),
                    observed);
        }

        private String shown(IdentifierKind kind, String value) {
            return masked ? Mask.of(kind, value) : value;
        }
    }
}

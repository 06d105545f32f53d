// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.IncidentType;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.StatedIdentifier;
import org.harborline.intake.StatedTime;
import org.harborline.platform.Code;

/// Reads the parsed view from a received text after gate. What was accepted once is read without
/// judging it again.
final class ReportReading {

    private ReportReading() {}

    static ReceivedReport read(ReportNumber number, UUID provider, WireElement report, List<WireElement> items) {
        WireElement summary = report.child("incidentSummary").orElseThrow(() -> notAReport("incidentSummary"));
        var statements = new Statements();
        new IncidentReading(statements).read(report);
        new PartyReading(statements).read(report);
        report.child("lawEnforcement")
                .flatMap(agency -> agency.child("officerContact"))
                .ifPresent(officer -> statements.contact(officer, "prior-agency.officer-contact"));
        SenderReading.read(report, statements);
        report.childValue("relation").ifPresent(other -> statements.identifier(earlier(other, statements)));
        items.forEach(item -> ItemReading.statements(item, statements));
        report.childValue("additionalInfo").ifPresent(text -> statements.text("report.additional-info", text));
        Unrecognised.read(report, statements);
        items.forEach(item -> Unrecognised.read(item, statements));
        return new ReceivedReport(
                number,
                provider,
                service(report, summary).orElse(null),
                incidentType(report),
                incidentTime(report),
                annotations(summary),
                escalated(report),
                report.has("batchedReport"),
                statements.parties(),
                statements.identifiers(),
                statements.locations(),
                statements.hostings(),
                items.stream().map(ItemReading::item).toList(),
                statements.texts(),
                report.child("lawEnforcement").map(ReportReading::priorAgency).orElse(null));
    }

    /// A supplement or correction names the report it belongs to, as parties name earlier ones.
    private static StatedIdentifier earlier(String number, Statements statements) {
        return new StatedIdentifier(
                IdentifierKind.PRIOR_REPORT,
                number,
                null,
                null,
                PartyRole.INCIDENT,
                statements.next(PartyRole.INCIDENT),
                null,
                null,
                null,
                StatedIdentifier.Quality.UNSTATED,
                "/relation");
    }

    static IncidentType incidentType(WireElement report) {
        return report.child("incidentSummary")
                .flatMap(summary -> summary.childValue("incidentType"))
                .map(text -> IncidentType.fromWire(text.replaceAll("\\s+", " ")))
                .orElseThrow(() -> notAReport("incidentType"));
    }

    static StatedTime incidentTime(WireElement report) {
        return report.child("incidentSummary")
                .flatMap(summary -> summary.childValue("incidentDateTime"))
                .flatMap(WireTimes::time)
                .orElseThrow(() -> notAReport("incidentDateTime"));
    }

    static boolean escalated(WireElement report) {
        return report.child("incidentSummary")
                .map(summary -> summary.has(Escalations.ELEMENT))
                .orElse(false);
    }

    private static Set<Code> annotations(WireElement summary) {
        Set<Code> flags = new HashSet<>();
        summary.child("reportAnnotations")
                .ifPresent(holder -> holder.children().stream()
                        .filter(flag -> WireValues.flagged(holder, flag.name()))
                        .forEach(flag -> flags.add(Code.of(flag.name()))));
        return flags;
    }

    /// Where it happened, by the most direct statement: the platform named, the program of the
    /// incident, the service of
    /// the first account.
    private static Optional<String> service(WireElement report, WireElement summary) {
        return summary.childValue("platform")
                .or(() -> report.all("internetDetails").stream()
                        .flatMap(details -> details.children().stream())
                        .flatMap(kind -> Stream.of("chatClient", "gameName", "client")
                                .flatMap(name -> kind.childValue(name).stream()))
                        .findFirst())
                .or(() -> report.all("personOrUserReported").stream()
                        .flatMap(party -> party.childValue("espService").stream())
                        .findFirst());
    }

    private static ReceivedReport.PriorAgency priorAgency(WireElement agency) {
        return new ReceivedReport.PriorAgency(
                agency.childValue("agencyName").orElse(""),
                agency.childValue("caseNumber").orElse(null),
                WireValues.stated(agency, "reportedToLe").orElse(null),
                WireValues.stated(agency, "servedLegalProcessDomestic").orElse(null),
                WireValues.stated(agency, "servedLegalProcessInternational").orElse(null),
                agency.child("servedLegalProcessInternational")
                        .flatMap(served -> served.attribute("fleaCountry"))
                        .filter(country -> !country.isEmpty())
                        .orElse(null));
    }

    private static IllegalStateException notAReport(String missing) {
        return new IllegalStateException("a received text without " + missing + " was accepted");
    }
}

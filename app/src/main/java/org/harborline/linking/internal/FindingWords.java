// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.intake.StatedIdentifier;
import org.harborline.intake.StatedTime;
import org.harborline.linking.Finding;
import org.harborline.linking.RecordFinding;
import org.harborline.platform.Actor;
import org.harborline.platform.RecordRef;
import org.harborline.vault.Compartment;
import org.harborline.vault.FieldId;
import org.harborline.vault.RecordKey;
import org.harborline.vault.SealedText;
import org.harborline.vault.Vault;
import org.springframework.stereotype.Component;

/// Seals and opens the words of findings. Each finding is a record of its own, so it can be held and erased apart from
/// the report.
@Component
class FindingWords {

    private static final Actor SELF = Actor.system("linking");
    private static final FieldId VALUE = new FieldId("linking.finding-value");
    private static final FieldId QUALIFIER = new FieldId("linking.finding-qualifier");
    private static final FieldId SOURCE = new FieldId("linking.finding-source");
    private static final FieldId METHOD = new FieldId("linking.finding-method");
    private static final String ONLY = "-";
    /// Findings from elsewhere belong to no provider of the registry.
    private static final Origin NOWHERE = new Origin(new UUID(0, 0), null);

    private final FindingTable findings;
    private final Vault vault;
    private final Reports reports;
    private final Origins origins;

    FindingWords(FindingTable findings, Vault vault, Reports reports, Origins origins) {
        this.findings = findings;
        this.vault = vault;
        this.reports = reports;
        this.origins = origins;
    }

    static RecordRef record(UUID finding) {
        return RecordRef.of("finding", finding);
    }

    /// A finding ready to be stored. The caller stores its key in the same transaction.
    FindingTable.Row seal(RecordKey key, UUID id, RecordFinding command, String by, Instant at) {
        String qualifier = command.qualifier();
        return new FindingTable.Row(
                id,
                command.report(),
                command.kind(),
                command.identifierKind(),
                command.role(),
                command.onSendersService(),
                command.confidence(),
                command.observedAt().toInstant(),
                key.seal(VALUE, ONLY, command.value().strip()),
                qualifier == null ? null : key.seal(QUALIFIER, ONLY, qualifier.strip()),
                key.seal(SOURCE, ONLY, command.source().strip()),
                key.seal(METHOD, ONLY, command.method().strip()),
                by,
                at,
                command.observedAt().getOffset(),
                command.port(),
                null);
    }

    /// Opens the words of the findings; erased ones are absent. A person's opening is journalled by the vault.
    Map<UUID, Finding.Text> open(Actor actor, Collection<FindingTable.Row> rows) {
        Map<RecordRef, RecordKey> keys =
                vault.openAll(actor, rows.stream().map(row -> record(row.id())).toList(), Compartment.REPORT);
        var words = new HashMap<UUID, Finding.Text>();
        for (FindingTable.Row row : rows) {
            RecordKey key = keys.get(record(row.id()));
            if (key != null) {
                words.put(row.id(), open(key, row));
            }
        }
        return words;
    }

    /// Whether the words of a finding are those of the command; never of an erased one.
    boolean say(FindingTable.Row row, RecordFinding command) {
        String qualifier = command.qualifier();
        var sent = new Finding.Text(
                command.value().strip(),
                qualifier == null ? null : qualifier.strip(),
                command.source().strip(),
                command.method().strip());
        return sent.equals(open(SELF, List.of(row)).get(row.id()));
    }

    private static Finding.Text open(RecordKey key, FindingTable.Row row) {
        SealedText qualifier = row.qualifier();
        return new Finding.Text(
                key.open(VALUE, ONLY, row.value()),
                qualifier == null ? null : key.open(QUALIFIER, ONLY, qualifier),
                key.open(SOURCE, ONLY, row.source()),
                key.open(METHOD, ONLY, row.method()));
    }

    /// The findings among the given ones that are identifiers, as if they had been stated.
    Map<UUID, Identifier> identifiers(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<FindingTable.Row> rows = findings.byIds(ids).stream()
                .filter(row -> row.identifierKind() != null)
                .toList();
        Map<UUID, Finding.Text> words = open(SELF, rows);
        Map<ReportNumber, ReceivedReport> received = reports.open(
                SELF,
                rows.stream()
                        .filter(FindingTable.Row::onSendersService)
                        .map(FindingTable.Row::report)
                        .collect(Collectors.toSet()));
        Map<ReportNumber, Origin> from = origins.ofAll(received.values());
        var found = new HashMap<UUID, Identifier>();
        for (FindingTable.Row row : rows) {
            Finding.Text text = words.get(row.id());
            IdentifierKind kind = row.identifierKind();
            if (text != null && kind != null) {
                found.put(row.id(), identifier(row, kind, text, from.getOrDefault(row.report(), NOWHERE)));
            }
        }
        return found;
    }

    private static Identifier identifier(FindingTable.Row row, IdentifierKind kind, Finding.Text text, Origin sender) {
        Instant observed = row.observedAt();
        var stated = new StatedIdentifier(
                kind,
                text.value(),
                text.qualifier(),
                null,
                row.role(),
                0,
                null,
                new StatedTime(observed, observed.atOffset(row.offset()).toString(), row.offset()),
                row.port(),
                StatedIdentifier.Quality.UNSTATED,
                "/finding");
        Origin origin = row.onSendersService() ? sender : NOWHERE;
        return new Identifier(row.report(), row.id(), stated, origin, observed);
    }

    /// A finding read as an identifier.
    record Identifier(ReportNumber report, UUID finding, StatedIdentifier stated, Origin origin, Instant observedAt) {}
}

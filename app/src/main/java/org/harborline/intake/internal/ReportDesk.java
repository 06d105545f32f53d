// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.harborline.intake.Disclosures;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.RelatedReport;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.intake.facts.ReporterRevealed;
import org.harborline.intake.facts.TextRevealed;
import org.harborline.intake.internal.wire.ReportDocuments;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.vault.Compartment;
import org.harborline.vault.RecordKey;
import org.harborline.vault.SealedText;
import org.harborline.vault.Vault;
import org.springframework.stereotype.Component;

/// Reports as received, for the modules and people who work on them.
@Component
class ReportDesk implements Reports, Disclosures {

    private final ReportTable reports;
    private final ReceivedTable received;
    private final FiledTable filed;
    private final ReportDocuments documents;
    private final Vault vault;
    private final Writing writing;

    ReportDesk(
            ReportTable reports,
            ReceivedTable received,
            FiledTable filed,
            ReportDocuments documents,
            Vault vault,
            Writing writing) {
        this.reports = reports;
        this.received = received;
        this.filed = filed;
        this.documents = documents;
        this.vault = vault;
        this.writing = writing;
    }

    @Override
    public Optional<Report> find(Actor actor, ReportNumber number) {
        return Optional.ofNullable(findAll(actor, List.of(number)).get(number));
    }

    @Override
    public Map<ReportNumber, Report> findAll(Actor actor, Collection<ReportNumber> numbers) {
        actor.require(Permission.REPORT_READ);
        return reports.find(numbers);
    }

    @Override
    public List<RelatedReport> related(Actor actor, ReportNumber number) {
        actor.require(Permission.REPORT_READ);
        return Stream.concat(filed.earlier(number).stream(), filed.later(number).stream())
                .toList();
    }

    @Override
    public Map<ReportNumber, ReceivedReport> open(Actor actor, Collection<ReportNumber> numbers) {
        actor.require(Permission.REPORT_READ);
        List<ReceivedTable.Received> found = received.find(numbers);
        Map<RecordRef, RecordKey> keys = vault.openAll(
                actor, found.stream().map(one -> one.number().asRecord()).toList(), Compartment.REPORT);
        Map<ReportNumber, List<SealedText>> items = received.items(found.stream()
                .filter(one -> one.items() > 0)
                .map(ReceivedTable.Received::number)
                .toList());
        Map<ReportNumber, ReceivedReport> opened = HashMap.newHashMap(found.size());
        for (ReceivedTable.Received one : found) {
            RecordKey key = keys.get(one.number().asRecord());
            if (key != null) {
                opened.put(one.number(), read(one, key, items.getOrDefault(one.number(), List.of())));
            }
        }
        return opened;
    }

    private ReceivedReport read(ReceivedTable.Received one, RecordKey key, List<SealedText> items) {
        return documents.read(
                one.number(),
                one.provider(),
                key.open(ReportSeals.RECEIVED_TEXT, ReportSeals.ONLY, one.text()),
                ItemDesk.clear(key, items));
    }

    @Override
    public String revealText(Actor actor, ReportNumber number, Code section, int ordinal) {
        actor.require(Permission.REPORT_REVEAL);
        return writing.transactions().write(() -> {
            String text = Optional.ofNullable(open(actor, List.of(number)).get(number)).stream()
                    .flatMap(report -> report.texts().stream())
                    .filter(part -> part.section().equals(section) && part.ordinal() == ordinal)
                    .map(ReceivedReport.TextSection::text)
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
            writing.journal().record(actor, new TextRevealed(number, section, ordinal));
            return text;
        });
    }

    @Override
    public List<SheetLine> revealReporter(Actor actor, ReportNumber number) {
        actor.require(Permission.REPORTER_REVEAL);
        return writing.transactions().write(() -> {
            RecordKey key = vault.open(actor, number.asRecord(), Compartment.REPORTER)
                    .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
            SealedText sheet =
                    received.sheet(number).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
            writing.journal().record(actor, new ReporterRevealed(number));
            return documents.sheet(key.open(ReportSeals.REPORTER_SHEET, ReportSeals.ONLY, sheet)).stream()
                    .map(line -> new SheetLine(line.path(), line.value()))
                    .toList();
        });
    }
}

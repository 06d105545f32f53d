// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.Filings;
import org.harborline.intake.OwnReports;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.SentDocument;
import org.harborline.intake.WireCode;
import org.harborline.intake.completeness.Completeness;
import org.harborline.intake.internal.wire.DocumentRefused;
import org.harborline.intake.internal.wire.ReportDocuments;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.springframework.stereotype.Component;

/// Shows companies what they filed, and files what their people write. By hand a report goes the same way as by
/// machine; opening and finishing are one transaction here, so that nothing typed is ever left open.
@Component
class OwnReportDesk implements OwnReports {

    private static final int MOST = 200;

    private final OwnReportTable table;
    private final ReportTable reports;
    private final Filings filings;
    private final ReportDocuments documents;
    private final Writing writing;

    OwnReportDesk(
            OwnReportTable table, ReportTable reports, Filings filings, ReportDocuments documents, Writing writing) {
        this.table = table;
        this.reports = reports;
        this.filings = filings;
        this.documents = documents;
        this.writing = writing;
    }

    @Override
    public List<Report> list(Actor actor, Optional<ReportNumber> before, int limit) {
        UUID company = company(actor);
        List<ReportNumber> numbers = table.numbers(
                company, before.map(ReportNumber::value).orElse(Long.MAX_VALUE), Math.clamp(limit, 1, MOST));
        var found = reports.find(numbers);
        return numbers.stream().filter(found::containsKey).map(found::get).toList();
    }

    @Override
    public Optional<Report> find(Actor actor, ReportNumber number) {
        UUID company = company(actor);
        return Optional.ofNullable(reports.find(List.of(number)).get(number))
                .filter(report -> report.provider().equals(company));
    }

    @Override
    public Optional<Completeness> completeness(Actor actor, ReportNumber number) {
        return table.completeness(number, company(actor));
    }

    @Override
    public Optional<Completeness> completeness(Actor actor, SentDocument document) {
        UUID _ = company(actor);
        try {
            return Optional.ofNullable(documents
                    .acceptReport(document.bytes(), document.charset(), document.lenient())
                    .completeness());
        } catch (DocumentRefused _) {
            return Optional.empty();
        }
    }

    @Override
    public List<Unfinished> unfinished(Actor actor, int limit) {
        return table.unfinished(company(actor), Math.clamp(limit, 1, MOST));
    }

    /// Somebody who sends twice waits at the token until the first has its number. A refusal keeps nothing but the
    /// note that an escalation was refused.
    @Override
    public FilingAnswer file(Actor actor, UUID token, SentDocument document) {
        actor.require(Permission.REPORT_FILE);
        UUID company = company(actor);
        return writing.transactions().write(() -> {
            if (!table.claim(token, company, writing.clock().instant())) {
                return table.filed(token, company)
                        .map(number -> FilingAnswer.done(number, "Report filed."))
                        .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
            }
            FilingAnswer opened = filings.submit(actor, document);
            ReportNumber number = opened.report();
            if (opened.code() != WireCode.SUCCESS || number == null) {
                table.release(token);
                return opened;
            }
            table.filed(token, number);
            return filings.finish(actor, number.value());
        });
    }

    private static UUID company(Actor actor) {
        actor.require(Permission.COMPANY_READ);
        RecordRef party = actor.party();
        if (actor.kind() != ActorKind.PROVIDER || party == null) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return UUID.fromString(party.id());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.Filings;
import org.harborline.intake.RefusedEscalation;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.SentDocument;
import org.harborline.intake.WireCode;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.intake.facts.ReportRetracted;
import org.harborline.intake.internal.wire.DocumentRefused;
import org.harborline.intake.internal.wire.Finding;
import org.harborline.intake.internal.wire.ReportDocuments;
import org.harborline.intake.internal.wire.ReportDocuments.AcceptedReport;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.vault.Compartment;
import org.harborline.vault.Vault;
import org.springframework.stereotype.Component;

/// Takes reports from providers. Reading, judging and sealing are done before a transaction opens.
///
/// 1. `submit` opens: one transaction writes two keys, the report and its sealed texts. If it stops here the sender has
/// no number, or has one and finds the report open; unfinished reports expire.
/// 2. `finish` files: one transaction changes the state and records the fact. If it stops before the answer, a second
/// `finish` answers 0 or 5102, so the sender always learns which.
@Component
class FilingDesk implements Filings {

    private static final Actor SELF = Actor.system("intake");

    private final ReportDocuments documents;
    private final ReportTable reports;
    private final Refusals refusals;
    private final ItemDesk items;
    private final Vault vault;
    private final Writing writing;
    private final SchemeDesk schemes;

    FilingDesk(
            ReportDocuments documents,
            ReportTable reports,
            Refusals refusals,
            ItemDesk items,
            Vault vault,
            Writing writing,
            SchemeDesk schemes) {
        this.documents = documents;
        this.reports = reports;
        this.refusals = refusals;
        this.items = items;
        this.vault = vault;
        this.writing = writing;
        this.schemes = schemes;
    }

    @Override
    public FilingAnswer submit(Actor actor, SentDocument document) {
        UUID provider = provider(actor);
        try {
            AcceptedReport accepted = documents.acceptReport(document.bytes(), document.charset(), document.lenient());
            Instant now = now();
            Instant finishBy = ExpireReports.expiry(now, now);
            return FilingAnswer.opened(
                            open(actor, provider, document, accepted, now),
                            finishBy,
                            "Report opened; finish it by " + finishBy.truncatedTo(ChronoUnit.SECONDS) + " to file it. "
                                    + schemes.now().legalEffect() + noted(accepted.notes()))
                    .with(accepted.completeness());
        } catch (DocumentRefused refused) {
            if (refused.escalated()) {
                refusals.refused(actor, provider, document.senderName(), reason(refused));
            }
            return answer(refused);
        }
    }

    private ReportNumber open(Actor actor, UUID provider, SentDocument document, AcceptedReport accepted, Instant now) {
        ReportNumber number = writing.numbers().next();
        RecordRef record = number.asRecord();
        var key = vault.prepare(actor, record, Compartment.REPORT);
        var reporterKey = vault.prepare(actor, record, Compartment.REPORTER);
        var text = key.seal(ReportSeals.RECEIVED_TEXT, ReportSeals.ONLY, accepted.receivedText());
        var sheet = reporterKey.seal(ReportSeals.REPORTER_SHEET, ReportSeals.ONLY, accepted.reporterSheet());
        // Asked for when an escalation expires, and for nothing else.
        String request = accepted.escalated() ? Requests.current() : null;
        var opening = new ReportTable.Opening(
                number, provider, document.senderName(), accepted, request, now, document.service());
        writing.transactions().run(() -> {
            key.store();
            reporterKey.store();
            reports.insert(opening, text, sheet);
        });
        return number;
    }

    private static RefusedEscalation.Reason reason(DocumentRefused refused) {
        return switch (refused.layer()) {
            case FORM -> RefusedEscalation.Reason.MALFORMED;
            case CONTENT -> RefusedEscalation.Reason.INVALID;
        };
    }

    /// What was done with a document that was taken, one line for each.
    static String noted(List<Finding> notes) {
        return notes.stream().map(note -> "\nNote: " + note).collect(Collectors.joining());
    }

    private static FilingAnswer answer(DocumentRefused refused) {
        String findings = refused.findings().stream().map(Finding::toString).collect(Collectors.joining("\n"));
        return switch (refused.layer()) {
            case FORM -> FilingAnswer.of(WireCode.MALFORMED_XML, "Malformed XML\n" + findings);
            case CONTENT -> FilingAnswer.of(WireCode.VALIDATION_FAILED, "Validation failed\n" + findings);
        };
    }

    @Override
    public void notTaken(Actor actor, SentDocument arrived) {
        UUID provider = sender(actor);
        if (ReportDocuments.looksEscalated(arrived.bytes())) {
            refusals.refused(actor, provider, arrived.senderName(), RefusedEscalation.Reason.NOT_TAKEN);
        }
    }

    @Override
    public boolean isUrgent(Actor actor, SentDocument document) {
        OptionalLong report = ReportDocuments.reportNamed(document.bytes());
        return ReportDocuments.mayEscalate(document.bytes())
                || (report.isPresent() && isUrgent(actor, report.getAsLong()));
    }

    @Override
    public boolean isUrgent(Actor actor, long number) {
        return reports.standing(number, sender(actor))
                .map(ReportTable.Standing::escalated)
                .orElse(false);
    }

    @Override
    public FilingAnswer describeItem(Actor actor, SentDocument document) {
        UUID provider = provider(actor);
        try {
            return items.describe(actor, provider, document);
        } catch (DocumentRefused refused) {
            return answer(refused);
        }
    }

    @Override
    public FilingAnswer noteItem(Actor actor, long number, String reference) {
        return items.note(provider(actor), number, reference);
    }

    @Override
    public FilingAnswer finish(Actor actor, long number) {
        UUID provider = provider(actor);
        Instant now = now();
        Instant preserved = schemes.now().preservedFrom(now);
        Optional<ReportTable.Ended> ended = writing.transactions().write(() -> {
            Optional<ReportTable.Ended> finished = reports.finish(number, provider, now, preserved);
            finished.ifPresent(report -> writing.journal()
                    .record(
                            actor,
                            new ReportFiled(
                                            report.number(),
                                            provider,
                                            report.type(),
                                            report.escalated(),
                                            report.batched(),
                                            now)
                                    .of(report.service(), report.completeness())));
            return finished;
        });
        return ended.map(report -> new FilingAnswer(
                                WireCode.SUCCESS, "Report filed.", report.number(), null, items.references(report))
                        .with(report.completeness()))
                .orElseGet(() -> notOpen(number, provider));
    }

    @Override
    public FilingAnswer retract(Actor actor, long number) {
        UUID provider = provider(actor);
        boolean retracted = writing.transactions().write(() -> {
            boolean gone = reports.retract(number, provider, now());
            if (gone) {
                drop(new ReportNumber(number));
                writing.journal().record(actor, new ReportRetracted(new ReportNumber(number), provider));
            }
            return gone;
        });
        return retracted ? FilingAnswer.done(new ReportNumber(number), "Report retracted.") : notOpen(number, provider);
    }

    /// A hold wins over the sender too: what was received stays until it is released.
    private void drop(ReportNumber number) {
        List<RecordRef> record = List.of(number.asRecord());
        if (vault.held(SELF, record).isEmpty()) {
            reports.drop(List.of(number));
            vault.destroy(SELF, record);
        }
    }

    /// Why nothing could be done. Reports of others do not exist.
    private FilingAnswer notOpen(long number, UUID provider) {
        return reports.standing(number, provider)
                .map(standing -> switch (standing.state()) {
                    case FINISHED -> FilingAnswer.of(WireCode.ALREADY_FINISHED, "The report is already finished.");
                    case RETRACTED -> FilingAnswer.of(WireCode.ALREADY_RETRACTED, "The report is already retracted.");
                    case EXPIRED ->
                        FilingAnswer.of(WireCode.NO_SUCH_REPORT, "The report was not finished in time and is gone.");
                    case OPEN ->
                        FilingAnswer.of(
                                WireCode.VALIDATION_FAILED,
                                "Validation failed\n[0,0] - batchedReport: a batched report may have one item; retract it and send it again");
                })
                .orElseGet(() -> FilingAnswer.of(WireCode.NO_SUCH_REPORT, "There is no such report."));
    }

    @Override
    public byte[] schema() {
        return documents.schema();
    }

    @Override
    public String legalEffect() {
        return schemes.now().legalEffect();
    }

    private static UUID provider(Actor actor) {
        if (!actor.may(Permission.REPORT_FILE)) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return sender(actor);
    }

    private static UUID sender(Actor actor) {
        RecordRef party = actor.party();
        if (party == null || !party.kind().equals("provider")) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return UUID.fromString(party.id());
    }

    private Instant now() {
        return writing.clock().instant();
    }
}

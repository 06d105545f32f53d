// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.intake.FiledAnswer;
import org.harborline.intake.FiledPage;
import org.harborline.intake.FiledReceipt;
import org.harborline.intake.OneCallFilings;
import org.harborline.intake.RefusedEscalation;
import org.harborline.intake.RelationKind;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.SentFiling;
import org.harborline.intake.WireCode;
import org.harborline.intake.facts.ReportCorrected;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.intake.internal.wire.DocumentRefused;
import org.harborline.intake.internal.wire.FilingRefused;
import org.harborline.intake.internal.wire.ReportDocuments;
import org.harborline.intake.internal.wire.ReportDocuments.AcceptedFiling;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Files whole reports in one call.
///
/// Reading, judging and sealing are done before a transaction opens. One transaction then claims the key of the
/// call, names the report, and writes it with its fact. If it stops before, nothing is there and the same call files
/// the report; if it stops after and the answer is lost, the same call finds the key claimed and answers as the
/// first.
@Component
class OneCallDesk implements OneCallFilings {

    /// 90 days and a day: who repeats on the last day is heard.
    private static final Duration KEYS_KEPT = Duration.ofDays(91);

    private static final int FORGOTTEN_AT_ONCE = 5_000;
    private static final int MOST = 200;

    private final ReportDocuments documents;
    private final FiledRecords records;
    private final Refusals refusals;
    private final Writing writing;
    private final SchemeDesk schemes;

    OneCallDesk(
            ReportDocuments documents, FiledRecords records, Refusals refusals, Writing writing, SchemeDesk schemes) {
        this.documents = documents;
        this.records = records;
        this.refusals = refusals;
        this.writing = writing;
        this.schemes = schemes;
    }

    @Override
    public Map<String, Object> schemas() {
        return documents.jsonSchemas();
    }

    @Override
    public FiledAnswer file(Actor actor, SentFiling filing) {
        UUID provider = provider(actor, Permission.REPORT_FILE);
        ReportNumber number = writing.numbers().next();
        try {
            AcceptedFiling accepted = documents.acceptFiling(filing.json(), number.value());
            if (accepted.relation() != null
                    && records.receipt(related(accepted), provider).isEmpty()) {
                heard(actor, provider, filing, accepted.report().escalated(), RefusedEscalation.Reason.INVALID);
                return refused(
                        WireCode.VALIDATION_FAILED,
                        new FiledAnswer.Fault("/relation/of", "of names no report that you filed before"));
            }
            FiledAnswer answer = file(actor, provider, filing, number, accepted);
            if (!(answer instanceof FiledAnswer.Filed)) {
                heard(actor, provider, filing, accepted.report().escalated(), RefusedEscalation.Reason.NAMED_BEFORE);
            }
            return answer;
        } catch (FilingRefused refused) {
            boolean form = refused.layer() == DocumentRefused.Layer.FORM;
            heard(
                    actor,
                    provider,
                    filing,
                    refused.escalated(),
                    form ? RefusedEscalation.Reason.MALFORMED : RefusedEscalation.Reason.INVALID);
            return new FiledAnswer.Refused(
                    form ? WireCode.INVALID_REQUEST : WireCode.VALIDATION_FAILED, refused.faults());
        }
    }

    private static ReportNumber related(AcceptedFiling accepted) {
        return new ReportNumber(Math.clamp(accepted.relatedTo(), 1, ReportNumber.MAX));
    }

    private static FiledAnswer refused(WireCode code, FiledAnswer.Fault fault) {
        return new FiledAnswer.Refused(code, List.of(fault));
    }

    /// A refused report that asks for high priority is heard of all the same.
    private void heard(
            Actor actor, UUID provider, SentFiling filing, boolean escalated, RefusedEscalation.Reason reason) {
        if (escalated) {
            refusals.refused(actor, provider, filing.senderName(), reason);
        }
    }

    private FiledAnswer file(
            Actor actor, UUID provider, SentFiling sent, ReportNumber number, AcceptedFiling accepted) {
        Instant now = writing.clock().instant();
        Instant preserved = schemes.now().preservedFrom(now);
        String request = accepted.report().escalated() ? Requests.current() : null;
        var filing = new FiledTable.Filing(
                number, provider, sent.senderName(), accepted, request, now, preserved, sent.service());
        var sealed = records.seal(actor, filing);
        String keyHash = sent.key() == null ? null : hash(sent.key());
        try {
            return writing.transactions()
                    .write(() -> store(actor, filing, sealed, keyHash))
                    .<FiledAnswer>map(earlier -> repeated(earlier, provider, accepted))
                    .orElseGet(() -> filed(receipt(filing), accepted, false));
        } catch (ReferenceTaken taken) {
            return new FiledAnswer.ReferenceTaken(taken.report);
        }
    }

    /// Stores a report, unless its key named one before.
    private Optional<ReportNumber> store(
            Actor actor, FiledTable.Filing filing, FiledRecords.Sealed sealed, @Nullable String keyHash) {
        Optional<ReportNumber> earlier = keyHash == null
                ? Optional.empty()
                : records.claim(filing.provider(), keyHash, filing.number(), filing.now());
        if (earlier.isEmpty()) {
            records.name(filing, sealed).ifPresent(other -> {
                throw new ReferenceTaken(other);
            });
            records.store(filing, sealed);
            var report = filing.accepted().report();
            writing.journal()
                    .record(
                            actor,
                            new ReportFiled(
                                            filing.number(),
                                            filing.provider(),
                                            report.incidentType(),
                                            report.escalated(),
                                            report.batched(),
                                            filing.now())
                                    .of(filing.service(), report.completeness()));
            corrected(actor, filing);
        }
        return earlier;
    }

    private void corrected(Actor actor, FiledTable.Filing filing) {
        if (filing.accepted().relation() == RelationKind.CORRECTION) {
            writing.journal()
                    .record(actor, new ReportCorrected(related(filing.accepted()), filing.provider(), filing.number()));
        }
    }

    private FiledAnswer repeated(ReportNumber earlier, UUID provider, AcceptedFiling accepted) {
        Optional<List<String>> differences = records.differences(earlier, accepted);
        FiledAnswer.Filed first = filed(records.receipt(earlier, provider).orElseThrow(), accepted, true);
        if (differences.isPresent()
                && accepted.relation() != null
                && first.receipt().relation() != accepted.relation()) {
            return new FiledAnswer.OtherReport(
                    earlier,
                    Stream.concat(differences.get().stream(), Stream.of("/relation/kind"))
                            .toList());
        }
        return differences.filter(List::isEmpty).isPresent()
                ? first
                : new FiledAnswer.OtherReport(earlier, differences.orElse(List.of()));
    }

    /// What a later look-up will say, without one.
    private static FiledReceipt receipt(FiledTable.Filing filing) {
        AcceptedFiling accepted = filing.accepted();
        return new FiledReceipt(
                filing.number(),
                filing.now(),
                filing.preservedUntil(),
                accepted.items().size(),
                FiledTable.dropped(accepted),
                accepted.relation(),
                accepted.relation() == null ? null : related(accepted),
                accepted.report().completeness());
    }

    private static FiledAnswer.Filed filed(FiledReceipt receipt, AcceptedFiling accepted, boolean repeated) {
        return new FiledAnswer.Filed(receipt, repeated, accepted.notes().apply(receipt.filedAt()));
    }

    /// Undoes what the transaction has claimed.
    private static final class ReferenceTaken extends RuntimeException {

        private final transient ReportNumber report;

        private ReferenceTaken(ReportNumber report) {
            super(null, null, false, false);
            this.report = report;
        }
    }

    @Override
    public Optional<FiledReceipt> find(Actor actor, ReportNumber number) {
        return records.receipt(number, provider(actor, Permission.FILING_READ));
    }

    @Override
    public Optional<FiledReceipt> find(Actor actor, String reference) {
        UUID provider = provider(actor, Permission.FILING_READ);
        return records.byReference(provider, reference).flatMap(number -> records.receipt(number, provider));
    }

    @Override
    public FiledPage list(Actor actor, long after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        var found = records.list(provider(actor, Permission.FILING_READ), after, most + 1);
        var shown = found.subList(0, Math.min(found.size(), most));
        return new FiledPage(
                shown.stream().map(FiledTable.Listed::receipt).toList(),
                shown.isEmpty() ? after : shown.getLast().position(),
                found.size() > most);
    }

    /// Forgets keys that are older than they are promised to be kept.
    void forgetOldKeys() {
        Instant before = writing.clock().instant().minus(KEYS_KEPT);
        int forgotten;
        do {
            forgotten = records.forgetKeys(before, FORGOTTEN_AT_ONCE);
        } while (forgotten == FORGOTTEN_AT_ONCE);
    }

    static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static UUID provider(Actor actor, Permission permission) {
        RecordRef party = actor.party();
        if (!actor.may(permission) || party == null || !party.kind().equals("provider")) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return UUID.fromString(party.id());
    }
}

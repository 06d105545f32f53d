// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.harborline.intake.Receipt;
import org.harborline.intake.ReceiptVerdict;
import org.harborline.intake.Receipts;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportState;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Inclusion;
import org.harborline.journal.InclusionAnswer;
import org.harborline.platform.Actor;
import org.harborline.platform.Keyset;
import org.harborline.platform.Permission;
import org.harborline.platform.RecordRef;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes receipts when somebody asks, so that an old report's comes under a present root and key.
@Component
class ReceiptDesk implements Receipts {

    private static final Actor SELF = Actor.system("intake");

    private final ReportTable reports;
    private final Writing writing;
    private final Organisations organisations;
    private final SchemeDesk schemes;
    private final Keyset keyset;

    ReceiptDesk(ReportTable reports, Writing writing, Organisations organisations, SchemeDesk schemes, Keyset keyset) {
        this.reports = reports;
        this.writing = writing;
        this.organisations = organisations;
        this.schemes = schemes;
        this.keyset = keyset;
    }

    @Override
    public Optional<Receipt> of(Actor actor, ReportNumber number) {
        return Optional.ofNullable(reports.find(List.of(number)).get(number))
                .filter(report -> maySee(actor, report))
                .filter(report -> report.state() == ReportState.FINISHED)
                .map(report -> receipt(actor, report));
    }

    private static boolean maySee(Actor actor, Report report) {
        return actor.may(Permission.REPORT_READ)
                || ((actor.may(Permission.REPORT_FILE) || actor.may(Permission.FILING_READ))
                        && RecordRef.of("provider", report.provider()).equals(actor.party()));
    }

    private Receipt receipt(Actor actor, Report report) {
        return switch (writing.journal().inclusion(actor, report.number().asRecord(), ReportFiled.class)) {
            case InclusionAnswer.Shown(Inclusion proof) -> receipt(report, proof, null);
            case InclusionAnswer.Later(Instant from) -> receipt(report, null, from);
        };
    }

    private Receipt receipt(Report report, @Nullable Inclusion proof, @Nullable Instant from) {
        Instant filed = report.finishedAt();
        Instant preserved = report.preservedUntil();
        if (filed == null || preserved == null) {
            throw new IllegalStateException("report " + report.number() + " is filed without its times");
        }
        var file = new ReceiptFile(
                ReceiptFile.FORMAT,
                report.number().value(),
                code(report),
                report.openedAt(),
                filed,
                preserved,
                // one line of what is signed
                schemes.now().legalEffect().strip().replaceAll("\\s+", " "),
                writing.clock().instant(),
                keyId(),
                from,
                proof,
                "");
        return new Receipt(
                report.number(), proof, from, file.signed(keyset.signer()).text());
    }

    private String code(Report report) {
        return organisations
                .findProvider(SELF, new ProviderId(report.provider()))
                .map(Provider::code)
                .orElseGet(() -> report.provider().toString());
    }

    private long keyId() {
        return ReceiptFile.JSON
                .readTree(keyset.publicKey())
                .required("primaryKeyId")
                .longValue();
    }

    @Override
    public String publicKey() {
        return keyset.publicKey();
    }

    @Override
    public ReceiptVerdict verify(Actor actor, String text) {
        return ReceiptVerifier.verify(text, keyset.verifier());
    }
}

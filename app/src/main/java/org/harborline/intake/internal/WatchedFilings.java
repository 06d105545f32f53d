// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.harborline.intake.ConformanceCase;
import org.harborline.intake.FilingAnswer;
import org.harborline.intake.Filings;
import org.harborline.intake.SentDocument;
import org.harborline.intake.WireCode;
import org.harborline.intake.internal.wire.ReportDocuments;
import org.harborline.platform.Actor;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/// Filing, with an eye on what a client shows that is on a conformance run. What was filed is as it is without.
@Primary
@Component
class WatchedFilings implements Filings {

    /// Half of a case: a document was refused for what it holds.
    private static final String REFUSED = "REFUSED";

    /// Half of a case: a report was opened that is of that kind. Followed by its number.
    private static final String OPENED = "OPENED-";

    private final FilingDesk desk;
    private final ConformanceWatch watch;
    private final ReportDocuments documents;

    WatchedFilings(FilingDesk desk, ConformanceWatch watch, ReportDocuments documents) {
        this.desk = desk;
        this.watch = watch;
        this.documents = documents;
    }

    @Override
    public void greeted(Actor actor) {
        if (watch.watches(actor)) {
            watch.saw(actor, ConformanceCase.STATUS.name());
        }
    }

    @Override
    public FilingAnswer submit(Actor actor, SentDocument document) {
        FilingAnswer answer = desk.submit(actor, document);
        if (watch.watches(actor)) {
            opened(actor, document, answer);
        }
        return answer;
    }

    private void opened(Actor actor, SentDocument document, FilingAnswer answer) {
        if (answer.code() == WireCode.VALIDATION_FAILED) {
            watch.saw(actor, REFUSED);
        } else if (answer.report() != null) {
            var kinds = new ArrayList<String>();
            var accepted = documents.acceptReport(document.bytes(), document.charset(), document.lenient());
            String text = accepted.receivedText();
            kinds.add(ConformanceCase.MINIMAL.name());
            if (accepted.escalated()) {
                kinds.add(ConformanceCase.ESCALATED.name());
            }
            if (isFull(text)) {
                kinds.add(ConformanceCase.FULL.name());
            }
            if (text.contains("<priorCTReports>")) {
                kinds.add(ConformanceCase.SUPPLEMENT.name());
            }
            if (watch.sawBefore(actor, REFUSED)) {
                kinds.add(ConformanceCase.CORRECTED.name());
            }
            watch.saw(
                    actor,
                    kinds.stream()
                            .map(kind -> OPENED + kind + "-" + answer.report())
                            .toArray(String[]::new));
        }
    }

    private static boolean isFull(String text) {
        return Stream.of(
                        "<personOrUserReported>",
                        "<espIdentifier>",
                        "<ipCaptureEvent>",
                        "<internetDetails>",
                        "<additionalInfo>")
                .allMatch(text::contains);
    }

    @Override
    public FilingAnswer finish(Actor actor, long number) {
        FilingAnswer answer = desk.finish(actor, number);
        if (watch.watches(actor)) {
            switch (answer.code()) {
                case SUCCESS -> watch.saw(actor, shown(actor, number));
                case ALREADY_FINISHED -> watch.saw(actor, ConformanceCase.REPEATED.name());
                default -> {
                    // nothing that a client has to show
                }
            }
        }
        return answer;
    }

    /// The cases of a report that was opened in this run.
    private String[] shown(Actor actor, long number) {
        return Stream.of(ConformanceCase.values())
                .map(Enum::name)
                .filter(kind -> watch.sawBefore(actor, OPENED + kind + "-" + number))
                .toArray(String[]::new);
    }

    @Override
    public FilingAnswer retract(Actor actor, long number) {
        FilingAnswer answer = desk.retract(actor, number);
        if (answer.code() == WireCode.SUCCESS && watch.watches(actor)) {
            watch.saw(actor, ConformanceCase.RETRACTED.name());
        }
        return answer;
    }

    @Override
    public FilingAnswer describeItem(Actor actor, SentDocument document) {
        FilingAnswer answer = desk.describeItem(actor, document);
        if (answer.code() == WireCode.SUCCESS && watch.watches(actor)) {
            watch.saw(actor, ConformanceCase.ITEM.name());
        }
        return answer;
    }

    @Override
    public FilingAnswer noteItem(Actor actor, long number, String reference) {
        return desk.noteItem(actor, number, reference);
    }

    @Override
    public void notTaken(Actor actor, SentDocument arrived) {
        desk.notTaken(actor, arrived);
    }

    @Override
    public boolean isUrgent(Actor actor, SentDocument document) {
        return desk.isUrgent(actor, document);
    }

    @Override
    public boolean isUrgent(Actor actor, long number) {
        return desk.isUrgent(actor, number);
    }

    @Override
    public byte[] schema() {
        return desk.schema();
    }

    @Override
    public String legalEffect() {
        return desk.legalEffect();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.util.Set;
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
            watch.saw(actor, ConformanceCase.STATUS);
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
            watch.sawRefusal(actor);
        } else if (answer.report() != null) {
            Set<ConformanceCase> cases =
                    ShownCases.of(documents.acceptReport(document.bytes(), document.charset(), document.lenient()));
            if (watch.sawRefusalBefore(actor)) {
                cases.add(ConformanceCase.CORRECTED);
            }
            watch.sawOpened(actor, answer.report(), cases);
        }
    }

    @Override
    public FilingAnswer finish(Actor actor, long number) {
        FilingAnswer answer = desk.finish(actor, number);
        if (watch.watches(actor)) {
            switch (answer.code()) {
                case SUCCESS -> watch.saw(actor, watch.openedBefore(actor, number));
                case ALREADY_FINISHED -> watch.saw(actor, ConformanceCase.REPEATED);
                default -> {
                    // nothing that a client has to show
                }
            }
        }
        return answer;
    }

    @Override
    public FilingAnswer retract(Actor actor, long number) {
        FilingAnswer answer = desk.retract(actor, number);
        if (answer.code() == WireCode.SUCCESS && watch.watches(actor)) {
            watch.saw(actor, ConformanceCase.RETRACTED);
        }
        return answer;
    }

    @Override
    public FilingAnswer describeItem(Actor actor, SentDocument document) {
        FilingAnswer answer = desk.describeItem(actor, document);
        if (answer.code() == WireCode.SUCCESS && watch.watches(actor)) {
            watch.saw(actor, ConformanceCase.ITEM);
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

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.harborline.intake.ConformanceCase;
import org.harborline.intake.FiledAnswer;
import org.harborline.intake.FiledPage;
import org.harborline.intake.FiledReceipt;
import org.harborline.intake.OneCallFilings;
import org.harborline.intake.RelationKind;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.SentFiling;
import org.harborline.intake.WireCode;
import org.harborline.intake.internal.wire.ReportDocuments;
import org.harborline.platform.Actor;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/// Filing in one call, with an eye on what a client shows that is on a conformance run. What was filed is as it is
/// without.
@Primary
@Component
class WatchedOneCall implements OneCallFilings {

    private final OneCallDesk desk;
    private final ConformanceWatch watch;
    private final ReportDocuments documents;

    WatchedOneCall(OneCallDesk desk, ConformanceWatch watch, ReportDocuments documents) {
        this.desk = desk;
        this.watch = watch;
        this.documents = documents;
    }

    @Override
    public Map<String, Object> schemas() {
        return desk.schemas();
    }

    @Override
    public FiledAnswer file(Actor actor, SentFiling filing) {
        FiledAnswer answer = desk.file(actor, filing);
        if (watch.watches(actor)) {
            note(actor, filing, answer);
        }
        return answer;
    }

    private void note(Actor actor, SentFiling filing, FiledAnswer answer) {
        switch (answer) {
            case FiledAnswer.Filed filed when filed.repeated() -> watch.saw(actor, ConformanceCase.REPEATED);
            case FiledAnswer.Filed filed -> watch.saw(actor, shown(actor, filing, filed.receipt()));
            case FiledAnswer.Refused refused
            when refused.code() == WireCode.VALIDATION_FAILED -> watch.sawRefusal(actor);
            case FiledAnswer.Refused _, FiledAnswer.OtherReport _, FiledAnswer.ReferenceTaken _ -> {
                // nothing that a client has to show
            }
        }
    }

    private ConformanceCase[] shown(Actor actor, SentFiling filing, FiledReceipt receipt) {
        var accepted = documents.acceptFiling(filing.json(), receipt.number().value());
        Set<ConformanceCase> cases = ShownCases.of(accepted.report());
        if (receipt.items() > 0) {
            cases.add(ConformanceCase.ITEM);
        }
        if (receipt.relation() == RelationKind.SUPPLEMENT) {
            cases.add(ConformanceCase.SUPPLEMENT);
        }
        if (receipt.relation() == RelationKind.CORRECTION) {
            cases.add(ConformanceCase.RETRACTED);
        }
        if (watch.sawRefusalBefore(actor)) {
            cases.add(ConformanceCase.CORRECTED);
        }
        return cases.toArray(ConformanceCase[]::new);
    }

    @Override
    public Optional<FiledReceipt> find(Actor actor, ReportNumber number) {
        return desk.find(actor, number);
    }

    @Override
    public Optional<FiledReceipt> find(Actor actor, String reference) {
        return desk.find(actor, reference);
    }

    @Override
    public FiledPage list(Actor actor, long after, int limit) {
        FiledPage page = desk.list(actor, after, limit);
        if (watch.watches(actor)) {
            watch.saw(actor, ConformanceCase.STATUS);
        }
        return page;
    }
}

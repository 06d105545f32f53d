// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.notices.Question;
import org.harborline.notices.internal.Viewer.Side;
import org.harborline.platform.Actor;
import org.harborline.vault.Compartment;
import org.harborline.vault.FieldId;
import org.harborline.vault.RecordKey;
import org.harborline.vault.SealedText;
import org.harborline.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Seals and opens what is asked and answered, and shows each side what is for it.
@Component
class QuestionWords {

    private static final Actor SELF = Actor.system("notices");
    private static final FieldId TEXT = new FieldId("notices.question-text");
    private static final FieldId BASIS = new FieldId("notices.question-basis");
    private static final FieldId ANSWER = new FieldId("notices.question-answer");

    private final Vault vault;

    QuestionWords(Vault vault) {
        this.vault = vault;
    }

    /// The key of a report; empty when it was erased.
    Optional<RecordKey> key(ReportNumber report) {
        return vault.open(SELF, report.asRecord(), Compartment.REPORT);
    }

    SealedText text(RecordKey key, UUID question, String clear) {
        return key.seal(TEXT, question.toString(), clear);
    }

    SealedText basis(RecordKey key, UUID question, String clear) {
        return key.seal(BASIS, question.toString(), clear);
    }

    SealedText answer(RecordKey key, UUID question, String clear) {
        return key.seal(ANSWER, question.toString(), clear);
    }

    /// Opens a question, which is journalled; absent when it was erased.
    Question.@Nullable Words open(Actor actor, QuestionTable.Row row) {
        SealedText text = row.asked().text();
        if (text == null) {
            return null;
        }
        String place = row.asked().id().toString();
        return vault.open(actor, row.asked().report().asRecord(), Compartment.REPORT)
                .map(key -> new Question.Words(
                        key.open(TEXT, place, text),
                        open(key, BASIS, place, row.asked().basis()),
                        open(key, ANSWER, place, row.answer())))
                .orElse(null);
    }

    private static @Nullable String open(RecordKey key, FieldId field, String place, @Nullable SealedText sealed) {
        return sealed == null ? null : key.open(field, place, sealed);
    }

    Question view(Viewer viewer, QuestionTable.Row row, Question.@Nullable Words words) {
        QuestionTable.Asked asked = row.asked();
        boolean sender = viewer.side() == Side.PROVIDER;
        return new Question(
                asked.id(),
                asked.report(),
                asked.kind(),
                row.state(),
                sender && !asked.named() ? null : asked.agency(),
                asked.named(),
                sender ? null : asked.at(),
                row.toldAt(),
                row.dueAt(),
                row.settledAt(),
                words);
    }
}

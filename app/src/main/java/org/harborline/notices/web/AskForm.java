// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.web;

import org.harborline.notices.QuestionKind;
import org.harborline.notices.Questions;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/// A question as typed.
record AskForm(
        @Nullable QuestionKind kind,
        @Nullable String text,
        @Nullable String basis,
        @Nullable Integer days,
        @Nullable Boolean named) {

    Questions.Ask ask() {
        if (kind == null) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
        return new Questions.Ask(
                kind,
                text == null ? "" : text,
                basis == null ? "" : basis,
                days == null ? 0 : days,
                Boolean.TRUE.equals(named));
    }

    @Override
    public String toString() {
        return "AskForm(" + kind + ")";
    }
}

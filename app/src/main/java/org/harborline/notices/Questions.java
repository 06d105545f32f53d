// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;

/// Questions to senders about their reports. It is the clearinghouse that asks: which agency wants to know is never
/// told, unless the agency says so. The sender sees a question at the moment at which changes of state are told, not
/// when it was asked.
///
/// Staff ask with [org.harborline.platform.Permission#REFER] and see all with
/// [org.harborline.platform.Permission#REPORT_READ]. Officers ask about reports that their agency has with
/// [org.harborline.platform.Permission#PACKAGE_ANSWER] and see what their agency asked. A company sees what it is asked
/// with [org.harborline.platform.Permission#COMPANY_READ] and answers with
/// [org.harborline.platform.Permission#REPORT_FILE]; its machines do both with
/// [org.harborline.platform.Permission#QUESTION_ANSWER]. What is not for somebody does not exist.
public interface Questions {

    /// Asks.
    ///
    /// @return its id
    UUID ask(Actor actor, ReportNumber report, Ask command);

    /// Answers, once.
    void answer(Actor actor, UUID question, String answer);

    /// Takes a question back that waits: staff their own and those of agencies, an agency its own.
    void withdraw(Actor actor, UUID question);

    /// One question with its words.
    Question get(Actor actor, UUID question);

    /// What was asked about a report, newest first.
    List<Question> ofReport(Actor actor, ReportNumber report);

    /// What waits, soonest due first: for a company what it is to answer, for an agency what it asked, for staff all.
    ///
    /// @param due and
    /// @param after of the last one already shown
    List<Question> waiting(Actor actor, @Nullable Instant due, @Nullable UUID after, int limit);

    /// What was settled, newest first.
    ///
    /// @param before the last one already shown
    List<Question> settled(Actor actor, @Nullable UUID before, int limit);

    /// Whether the actor may ask about a report.
    boolean mayAsk(Actor actor, ReportNumber report);

    /// The longest time to answer that can be given.
    int MOST_DAYS = 90;

    /// The most characters of a question, a reference or an answer.
    int LONGEST_TEXT = 4000;

    /// A question as asked.
    ///
    /// @param basis reference in law; some kinds need one
    /// @param days how long the sender has
    /// @param named whether the sender may know which agency asks
    record Ask(QuestionKind kind, String text, String basis, int days, boolean named) {

        @Override
        public String toString() {
            return "Ask(" + kind + ")";
        }
    }
}

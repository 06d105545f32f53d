// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.harborline.intake.IncidentType;

/// Everything a priority table may ask, with the only answers there are. All are codes; none depends on the clock, so
/// that the same facts always give the same answer.
enum RuleInput {
    CATEGORY(categories()),
    ESCALATED(Answers.YES_NO),
    BATCHED(Answers.YES_NO),
    SEXTORTION(Answers.YES_UNKNOWN),
    SOLICITATION(Answers.YES_UNKNOWN),
    SADISTIC_EXPLOITATION(Answers.YES_UNKNOWN),
    SPAM(Answers.YES_UNKNOWN),
    CHILD_STATED(Answers.YES_UNKNOWN),
    SELF_PRODUCTION(Answers.YES_UNKNOWN),
    LIVE_STREAMED(Answers.YES_UNKNOWN),
    WIDELY_SEEN(Answers.YES_UNKNOWN),
    /// What somebody who is no company answered; nobody has checked it.
    DANGER_NOW(Answers.YES_UNKNOWN),
    SAID_MEETING(Answers.YES_UNKNOWN),
    SAID_THREAT(Answers.YES_UNKNOWN),
    SAID_MISSING(Answers.YES_UNKNOWN),
    LIFE_AT_RISK_NOW(Answers.YES_NO_UNKNOWN),
    CHILD_WITH_REPORTED_PERSON(Answers.YES_NO_UNKNOWN),
    MEETING_ARRANGED(Answers.YES_NO_UNKNOWN),
    THREAT_CONTINUES(Answers.YES_NO_UNKNOWN),
    SELF_HARM_RISK(Answers.YES_NO_UNKNOWN),
    MISSING_CHILD(Answers.YES_NO_UNKNOWN),
    LIVE_EVENT(Answers.YES_NO_UNKNOWN),
    AGENCY_ASKS(Answers.YES_NO_UNKNOWN),
    ACCESS_TO_CHILDREN(Answers.YES_NO_UNKNOWN),
    NEW_VICTIM(Answers.YES_NO_UNKNOWN),
    CONTACT(Answers.YES_NO_UNKNOWN),
    SEVERAL_CHILDREN(Answers.YES_NO_UNKNOWN),
    VICTIM_OR_FAMILY_REPORTS(Answers.YES_NO_UNKNOWN),
    LIMITED_INFORMATION(Answers.YES_NO_UNKNOWN),
    SHARED_WITHOUT_MALICE(Answers.YES_NO_UNKNOWN),
    /// Whether an earlier report on the same strong identifier had been designated when this one was filed.
    REPEAT(Set.of("no", "after-informational", "after-actionable")),
    /// Independent senders of this report and those it is linked with.
    SENDERS(Set.of("one", "two", "three-or-more")),
    /// Whether a linked report is a P1.
    LINKED_WITH_P1(Answers.YES_NO),
    /// This report and those it is linked with.
    REPORTS(Set.of("one", "two", "three-or-more")),
    VOID(Answers.YES_NO_UNKNOWN),
    NOTHING_BUT_SPAM(Answers.YES_NO_UNKNOWN);

    private final ImmutableSet<String> answers;

    RuleInput(Set<String> answers) {
        this.answers = ImmutableSet.copyOf(answers);
    }

    /// How the table names it.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    Set<String> answers() {
        return answers;
    }

    static Optional<RuleInput> find(String key) {
        return Arrays.stream(values()).filter(input -> input.key().equals(key)).findFirst();
    }

    /// The answer that stands for a category.
    static String category(IncidentType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<String> categories() {
        return Arrays.stream(IncidentType.values()).map(RuleInput::category).collect(Collectors.toUnmodifiableSet());
    }

    /// The usual sets of answers.
    private static final class Answers {
        static final Set<String> YES_NO = Set.of("yes", "no");
        /// Senders mark what they know; what they do not mark is not denied.
        static final Set<String> YES_UNKNOWN = Set.of("yes", "unknown");

        static final Set<String> YES_NO_UNKNOWN = Set.of("yes", "no", "unknown");
    }
}

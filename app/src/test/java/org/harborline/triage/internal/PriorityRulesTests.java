// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.harborline.platform.Code;
import org.harborline.triage.FirstLookFact;
import org.harborline.triage.Priority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PriorityRulesTests {

    private static final RuleBook BOOK = new RuleBook();

    private static Verdict decide(Map<RuleInput, String> answers) {
        return BOOK.decide(1, new RuleVector(answers));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ESCALATED,                  yes,                P1, sender-escalated
            DANGER_NOW,                 yes,                P1, danger-now
            SAID_MEETING,               yes,                P1, sender-says-meeting
            SAID_THREAT,                yes,                P1, sender-says-threat
            SAID_MISSING,               yes,                P1, sender-says-missing
            LIFE_AT_RISK_NOW,           yes,                P1, life-at-risk-now
            CHILD_WITH_REPORTED_PERSON, yes,                P1, child-with-reported-person
            MEETING_ARRANGED,           yes,                P1, meeting-arranged
            THREAT_CONTINUES,           yes,                P1, threat-continues
            SELF_HARM_RISK,             yes,                P1, self-harm-risk
            MISSING_CHILD,              yes,                P1, missing-child
            LIVE_EVENT,                 yes,                P1, live-event
            AGENCY_ASKS,                yes,                P1, agency-asks
            ACCESS_TO_CHILDREN,         yes,                P2, access-to-children
            NEW_VICTIM,                 yes,                P2, new-victim
            CONTACT,                    yes,                P2, contact
            SEVERAL_CHILDREN,           yes,                P2, several-children
            VICTIM_OR_FAMILY_REPORTS,   yes,                P2, victim-or-family-reports
            CATEGORY,                   enticement,         P2, category-enticement
            CATEGORY,                   trafficking,        P2, category-trafficking
            CATEGORY,                   molestation,        P2, category-offline-contact
            CATEGORY,                   tourism,            P2, category-offline-contact
            SEXTORTION,                 yes,                P2, sender-marks-sextortion
            SOLICITATION,               yes,                P2, sender-marks-solicitation
            SADISTIC_EXPLOITATION,      yes,                P2, sender-marks-sadistic-exploitation
            CHILD_STATED,               yes,                P2, sender-names-child
            SELF_PRODUCTION,            yes,                P2, sender-marks-self-production
            LIVE_STREAMED,              yes,                P2, sender-marks-live-stream
            REPEAT,                     after-actionable,   P2, repeat-after-actionable
            SENDERS,                    three-or-more,      P2, three-independent-senders
            REPORTS,                    three-or-more,      P2, several-reports
            LINKED_WITH_P1,             yes,                P2, linked-with-p1
            REPEAT,                     after-informational,P3, repeat-after-informational
            SENDERS,                    two,                P3, two-independent-senders
            LIMITED_INFORMATION,        yes,                P4, limited-information
            WIDELY_SEEN,                yes,                P5, all-items-widely-seen
            SHARED_WITHOUT_MALICE,      yes,                P5, shared-without-malice
            BATCHED,                    yes,                P5, batched-viral
            SPAM,                       yes,                P5, sender-marks-spam
            VOID,                       yes,                P5, void
            NOTHING_BUT_SPAM,           yes,                P5, nothing-but-spam
            """)
    void givesTheLevelAndTheReasonOfEachRule(RuleInput input, String answer, Priority level, String reason) {
        var answers = new EnumMap<RuleInput, String>(Map.of(RuleInput.CATEGORY, "csam"));
        answers.put(input, answer);

        var verdict = decide(answers);

        assertThat(verdict.matches()).containsExactly(new Verdict.Match(level, Code.of(reason)));
        assertThat(verdict.level()).isEqualTo(level);
        assertThat(verdict.tableVersion()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"csam", "misleading-domain", "misleading-words", "unsolicited"})
    void saysThatNoRuleMatchedAndGivesP3(String category) {
        var verdict = decide(Map.of(RuleInput.CATEGORY, category));

        assertThat(verdict.matches()).containsExactly(new Verdict.Match(Priority.P3, Verdict.NO_RULE));
    }

    @Test
    void keepsEveryReasonAndTheStrictestLevel() {
        var verdict = decide(Map.of(
                RuleInput.CATEGORY, "enticement",
                RuleInput.BATCHED, "yes",
                RuleInput.SELF_HARM_RISK, "yes",
                RuleInput.SENDERS, "two"));

        assertThat(verdict.level()).isEqualTo(Priority.P1);
        assertThat(verdict.matches())
                .extracting(match -> match.reason().value())
                .containsExactly("self-harm-risk", "category-enticement", "two-independent-senders", "batched-viral");
    }

    static Stream<Map<RuleInput, String>> strict() {
        return Stream.of(
                Map.of(RuleInput.CATEGORY, "csam", RuleInput.ESCALATED, "yes"),
                Map.of(RuleInput.CATEGORY, "csam", RuleInput.LIFE_AT_RISK_NOW, "yes"),
                Map.of(RuleInput.CATEGORY, "enticement"),
                Map.of(RuleInput.CATEGORY, "csam", RuleInput.ACCESS_TO_CHILDREN, "yes"));
    }

    @ParameterizedTest
    @MethodSource("strict")
    void neverLowersAP1OrP2ForWantOfInformationOrForItsSender(Map<RuleInput, String> answers) {
        var thin = new EnumMap<>(answers);
        thin.put(RuleInput.LIMITED_INFORMATION, "yes");
        thin.put(RuleInput.SHARED_WITHOUT_MALICE, "yes");
        thin.put(RuleInput.WIDELY_SEEN, "yes");
        thin.put(RuleInput.BATCHED, "yes");
        thin.put(RuleInput.SPAM, "yes");
        thin.put(RuleInput.VOID, "yes");
        thin.put(RuleInput.NOTHING_BUT_SPAM, "yes");

        assertThat(decide(thin).level()).isEqualTo(decide(answers).level());
    }

    @ParameterizedTest
    @EnumSource(FirstLookFact.class)
    void takesUnknownForAnOpenQuestionAndNeitherForYesNorForALowerLevel(FirstLookFact fact) {
        var input = RuleInput.valueOf(fact.name());
        var unknown = decide(Map.of(RuleInput.CATEGORY, "csam", input, "unknown"));
        var no = decide(Map.of(RuleInput.CATEGORY, "csam", input, "no"));

        assertThat(unknown).isEqualTo(no);
        assertThat(unknown.level()).isEqualTo(Priority.P3);
    }

    @Test
    void raisesNothingToP1ByLinksOrByTheNumberOfSenders() {
        var verdict = decide(Map.of(
                RuleInput.CATEGORY, "enticement",
                RuleInput.SENDERS, "three-or-more",
                RuleInput.REPORTS, "three-or-more",
                RuleInput.REPEAT, "after-actionable",
                RuleInput.LINKED_WITH_P1, "yes"));

        assertThat(verdict.level()).isEqualTo(Priority.P2);
    }

    @Test
    void refusesAnAnswerThatTheInputDoesNotHave() {
        assertThatThrownBy(() -> new RuleVector(Map.of(RuleInput.CATEGORY, "csam", RuleInput.ESCALATED, "unknown")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RuleVector(Map.of()))
                .as("a report always has a category")
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asksEveryFirstLookFact() {
        List<String> inputs = Arrays.stream(RuleInput.values()).map(Enum::name).toList();

        assertThat(Arrays.stream(FirstLookFact.values()).map(Enum::name)).allMatch(inputs::contains);
    }

    @Test
    void answersTheSameFromTheMemoAsFromTheTable() {
        var rules = PriorityRules.read(1, RuleBook.content(1));
        var vector = new RuleVector(Map.of(RuleInput.CATEGORY, "trafficking", RuleInput.SPAM, "yes"));

        var first = BOOK.decide(1, vector);

        assertThat(BOOK.decide(1, vector)).isSameAs(first).isEqualTo(rules.decide(vector));
        assertThatThrownBy(() -> BOOK.decide(2, vector)).isInstanceOf(IllegalStateException.class);
    }
}

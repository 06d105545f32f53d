// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.harborline.platform.Code;
import org.harborline.triage.Priority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTests {

    private static Verdict verdict(Object... levelsAndReasons) {
        var matches = new java.util.ArrayList<Verdict.Match>();
        for (int i = 0; i < levelsAndReasons.length; i += 2) {
            matches.add(new Verdict.Match((Priority) levelsAndReasons[i], Code.of((String) levelsAndReasons[i + 1])));
        }
        return new Verdict(1, matches);
    }

    private static Rank fresh(Verdict verdict) {
        return Ranking.rank(null, verdict, PersonalWord.NONE, false);
    }

    @Test
    void aSendersEscalationAloneIsAnUnconfirmedP1() {
        var rank = fresh(verdict(Priority.P1, "sender-escalated", Priority.P2, "contact"));

        assertThat(rank.unconfirmedP1()).isTrue();
        assertThat(rank.reasons()).extracting(Code::value).containsExactly("sender-escalated", "contact");
    }

    @Test
    void aFactThatAPersonTickedConfirmsAP1() {
        assertThat(fresh(verdict(Priority.P1, "sender-escalated", Priority.P1, "live-event"))
                        .confirmed())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"P1, P2", "P1, P5", "P2, P3", "P2, P5"})
    void noAutomaticStepLowersAP1OrP2(Priority from, Priority to) {
        var before = fresh(verdict(from, "some-reason"));

        var rank = Ranking.rank(before, verdict(to, "other-reason"), PersonalWord.NONE, false);

        assertThat(rank.level()).isEqualTo(from);
        assertThat(rank.wouldBe()).isEqualTo(to);
        assertThat(rank.reasons()).extracting(Code::value).containsExactly("only-a-person-may-lower", "other-reason");
    }

    @ParameterizedTest
    @CsvSource({"P3, P4", "P3, P5", "P4, P5"})
    void theOtherLevelsFollowTheTable(Priority from, Priority to) {
        var rank = Ranking.rank(fresh(verdict(from, "some-reason")), verdict(to, "other"), PersonalWord.NONE, false);

        assertThat(rank.level()).isEqualTo(to);
        assertThat(rank.wouldBe()).isNull();
    }

    @Test
    void stopsKeepingALevelWhenTheTableGivesItAgain() {
        var p2 = fresh(verdict(Priority.P2, "contact"));
        var kept = Ranking.rank(p2, verdict(), PersonalWord.NONE, false);

        var rank = Ranking.rank(kept, verdict(Priority.P2, "new-victim"), PersonalWord.NONE, false);

        assertThat(kept.wouldBe()).isEqualTo(Priority.P3);
        assertThat(rank.wouldBe()).isNull();
        assertThat(rank.reasons()).extracting(Code::value).containsExactly("new-victim");
    }

    @Test
    void aConfirmedP1StaysConfirmedWhenItIsKept() {
        var confirmed = fresh(verdict(Priority.P1, "live-event"));

        var kept = Ranking.rank(confirmed, verdict(Priority.P2, "contact"), PersonalWord.NONE, false);

        assertThat(kept.level()).isEqualTo(Priority.P1);
        assertThat(kept.confirmed()).isTrue();
    }

    @Test
    void aPersonLowersInSpiteOfReasonsAndTheyRaiseNoMore() {
        var verdict = verdict(Priority.P1, "sender-escalated", Priority.P2, "contact");
        var word = new PersonalWord(Priority.P3, false, Ranking.holding(verdict, Priority.P3));

        var lowered = Ranking.rank(fresh(verdict), verdict, word, true);
        var later = Ranking.rank(lowered, verdict, word, false);

        assertThat(lowered.level()).isEqualTo(Priority.P3);
        assertThat(later.level()).isEqualTo(Priority.P3);
        assertThat(lowered.reasons()).extracting(Code::value).containsExactly("lowered-by-person");
    }

    @Test
    void aNewReasonRaisesAboveWhatAPersonLowered() {
        var word = new PersonalWord(Priority.P4, false, Ranking.holding(verdict(Priority.P2, "contact"), Priority.P4));
        var lowered = Ranking.rank(null, verdict(Priority.P2, "contact"), word, true);

        var rank =
                Ranking.rank(lowered, verdict(Priority.P2, "contact", Priority.P2, "linked-with-p1:77"), word, false);

        assertThat(lowered.level()).isEqualTo(Priority.P4);
        assertThat(rank.level()).isEqualTo(Priority.P2);
        assertThat(rank.reasons()).extracting(Code::value).containsExactly("linked-with-p1:77");
    }

    @Test
    void theAbsenceOfARuleDoesNotOutvoteAPerson() {
        var word = new PersonalWord(Priority.P4, false, Set.of());

        assertThat(Ranking.rank(null, verdict(), word, true).level()).isEqualTo(Priority.P4);
    }

    @Test
    void aPersonConfirmsAP1() {
        var escalated = verdict(Priority.P1, "sender-escalated");
        var word = new PersonalWord(Priority.P1, true, Set.of());

        var rank = Ranking.rank(fresh(escalated), escalated, word, true);

        assertThat(rank.confirmed()).isTrue();
        assertThat(rank.reasons())
                .extracting(Code::value)
                .containsExactly("raised-or-confirmed-by-person", "sender-escalated");
    }
}

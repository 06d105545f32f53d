// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.email;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.journal.Entry;
import org.harborline.linking.CutReason;
import org.harborline.linking.Judgement;
import org.harborline.linking.LinkingProblem;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Review;
import org.harborline.linking.Reviews;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Code;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.RecordRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Links drawn at random, and two people who judge each.
@TestPropertySource(properties = "harborline.test.context=reviews")
class ReviewsTests extends LinkingCase {

    private static final Code MAILBOX = Code.of("email.case-folded");
    private static final Actor FIRST = reviewer("reviewer-1");
    private static final Actor SECOND = reviewer("reviewer-2");
    private static final Actor THIRD = reviewer("reviewer-3");

    @Autowired
    private Reviews reviews;

    @Autowired
    private ReviewTable table;

    @Autowired
    private Clock clock;

    private static Actor reviewer(String id) {
        return new Actor(id, ActorKind.STAFF, Set.of(Permission.LINK_CUT), null, null);
    }

    @BeforeEach
    void forget() {
        database.sql("DELETE FROM linking.review_judgement").update();
        database.sql("DELETE FROM linking.review").update();
        database.sql("DELETE FROM linking.reason").update();
    }

    private ReportPair link(String name) {
        var one = reports.file(email(name + "@town.example"));
        var two = reports.file(email(name + "@town.example"));
        settle();
        return ReportPair.of(one, two);
    }

    /// As if a week had passed.
    private void draw(int each) {
        var later = Clock.fixed(clock.instant().plus(Duration.ofDays(7)), ZoneOffset.UTC);
        database.sql("UPDATE linking.reason SET made_at = ?")
                .param(java.sql.Timestamp.from(clock.instant()))
                .update();
        new DrawReviews(table, new LinkDesk.Decisions(journal, transactions, later), each).run();
    }

    private List<ReportPair> waitingFor(Actor person) {
        return reviews.waiting(person, 100).stream().map(Review::pair).toList();
    }

    @Test
    void drawsSoManyOfEachRuleOnceAWeek() {
        var pairs = List.of(link("drawn-1"), link("drawn-2"), link("drawn-3"));

        draw(2);
        draw(2);

        assertThat(waitingFor(FIRST)).hasSize(2).isSubsetOf(pairs).doesNotHaveDuplicates();
        Review one = reviews.waiting(FIRST, 1).getFirst();
        assertThat(one.rule()).isEqualTo(MAILBOX);
        assertThat(one.week().getDayOfWeek()).isEqualTo(java.time.DayOfWeek.MONDAY);
        settle();
        assertThat(journal.of(SYSTEM, new RecordRef("link-sample", one.week().toString()), 0, 10))
                .extracting(Entry::type)
                .containsOnly("linking.links-drawn");
    }

    @Test
    void drawsNoLinkThatIsCutOrOfAnotherWeek() {
        var cut = link("drawn-cut");
        links.cut(ANALYST, cut, CutReason.SHARED);
        var kept = link("drawn-kept");

        draw(10);

        assertThat(waitingFor(FIRST)).containsExactly(kept);
        LocalDate week = reviews.waiting(FIRST, 1).getFirst().week();
        var monday = week.minusWeeks(2).atStartOfDay(ZoneOffset.UTC).toInstant();
        assertThat(table.draw(monday, monday.plus(Duration.ofDays(7)), 10)).isEmpty();
    }

    @Test
    void takesTwoJudgementsOfTwoPeopleAndShowsNeitherToTheOther() {
        var pair = link("two-people");
        draw(10);
        UUID review = reviews.waiting(FIRST, 1).getFirst().id();

        reviews.judge(FIRST, review, Judgement.RIGHT);

        assertThat(waitingFor(FIRST)).isEmpty();
        assertThat(waitingFor(SECOND)).containsExactly(pair);
        assertThat(reviews.precision(FIRST))
                .as("nothing of one judgement alone")
                .containsExactly(new Review.Precision(MAILBOX, 1, 0, 0, 0));
        assertProblem(LinkingProblem.ALREADY_JUDGED, () -> reviews.judge(FIRST, review, Judgement.WRONG));

        reviews.judge(SECOND, review, Judgement.RIGHT);

        assertThat(waitingFor(THIRD)).isEmpty();
        assertProblem(LinkingProblem.ALREADY_JUDGED, () -> reviews.judge(THIRD, review, Judgement.WRONG));
        assertThat(reviews.precision(FIRST)).containsExactly(new Review.Precision(MAILBOX, 1, 1, 1, 0));
        settle();
        assertThat(facts(pair.newer(), pair.older()))
                .containsExactly("linking.reports-linked", "linking.link-judged", "linking.link-judged");
    }

    @Test
    void countsWhatTwoPeopleAgreeOn() {
        for (int i = 0; i < 4; i++) {
            link("agree-" + i);
        }
        draw(10);
        List<UUID> drawn = reviews.waiting(FIRST, 10).stream().map(Review::id).toList();
        judge(drawn.get(0), Judgement.RIGHT, Judgement.RIGHT);
        judge(drawn.get(1), Judgement.RIGHT, Judgement.WRONG);
        judge(drawn.get(2), Judgement.WRONG, Judgement.WRONG);
        judge(drawn.get(3), Judgement.UNCLEAR, Judgement.UNCLEAR);

        Review.Precision mailbox = reviews.precision(FIRST).getFirst();

        assertThat(mailbox).isEqualTo(new Review.Precision(MAILBOX, 4, 4, 1, 1));
        assertThat(mailbox.open()).isEqualTo(2);
        assertThat(mailbox.share().value()).isEqualTo(0.5);
    }

    private void judge(UUID review, Judgement one, Judgement other) {
        reviews.judge(FIRST, review, one);
        reviews.judge(SECOND, review, other);
    }

    @Test
    void answersNobodyWithoutThePermission() {
        Actor nobody = without(Set.of(Permission.REPORT_READ));

        assertProblem(PlatformProblem.NOT_FOUND, () -> reviews.waiting(nobody, 10));
        assertProblem(PlatformProblem.NOT_FOUND, () -> reviews.precision(nobody));
        assertProblem(PlatformProblem.NOT_FOUND, () -> reviews.judge(nobody, UUID.randomUUID(), Judgement.RIGHT));
        assertProblem(PlatformProblem.NOT_FOUND, () -> reviews.judge(FIRST, UUID.randomUUID(), Judgement.RIGHT));
    }
}

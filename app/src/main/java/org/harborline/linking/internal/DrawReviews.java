// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.harborline.linking.Review;
import org.harborline.linking.facts.LinksDrawn;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Ids;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// Draws links of the last whole week for review. It looks each day, so that a server that stood still on a Monday
/// draws
/// on the next; a week is drawn once. If it stops on the way nothing is drawn, and the next look draws.
@Component
class DrawReviews {

    static final String TASK = "linking.draw-reviews";
    private static final Actor ACTOR = Actor.system("draw-reviews");
    private static final Duration EVERY = Duration.ofDays(1);

    private final ReviewTable reviews;
    private final LinkDesk.Decisions decisions;
    private final int each;

    /// @param each so many links of a rule and week
    DrawReviews(
            ReviewTable reviews,
            LinkDesk.Decisions decisions,
            @Value("${harborline.linking.reviews-per-rule:10}") int each) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.each = each;
    }

    void run() {
        LocalDate today = LocalDate.ofInstant(decisions.clock().instant(), ZoneOffset.UTC);
        LocalDate week =
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
        if (!reviews.drawn(week)) {
            draw(week);
        }
    }

    private void draw(LocalDate week) {
        List<Review> drawn = reviews.draw(start(week), start(week.plusWeeks(1)), each).stream()
                .map(one -> new Review(Ids.next(), one.pair(), Code.of(one.rule()), week))
                .toList();
        if (drawn.isEmpty()) {
            return;
        }
        decisions.transactions().run(() -> {
            int stored = reviews.insertAll(drawn, decisions.clock().instant());
            decisions.journal().record(ACTOR, new LinksDrawn(Code.of(week.toString()), stored));
        });
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> drawReviewsTask(DrawReviews draw) {
            return Tasks.recurring(TASK, FixedDelay.of(EVERY)).execute((_, _) -> draw.run());
        }
    }
}

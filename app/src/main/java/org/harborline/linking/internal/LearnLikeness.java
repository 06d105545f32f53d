// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.harborline.linking.facts.LikenessLearnt;
import org.harborline.linking.internal.likeness.Learning;
import org.harborline.linking.internal.likeness.LikenessModel;
import org.harborline.linking.internal.likeness.Person;
import org.harborline.platform.Actor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// Learns from this installation's own reports how alike descriptions of one person are, without being told which are.
/// It looks each day and learns once a week, and not before there is enough to learn from.
@Component
class LearnLikeness {

    static final String TASK = "linking.learn-likeness";

    /// From fewer descriptions chance agreement cannot be told.
    static final int LEAST = 1_000;

    private static final int MOST = 10_000;
    /// A value that fewer persons have is kept nowhere.
    private static final double COMMON = 3;

    private static final Actor ACTOR = Actor.system("learn-likeness");
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration STANDS = Duration.ofDays(7);

    private final Profiles profiles;
    private final ProfileTable table;
    private final LikenessModels models;
    private final LinkDesk.Decisions decisions;

    LearnLikeness(Profiles profiles, ProfileTable table, LikenessModels models, LinkDesk.Decisions decisions) {
        this.profiles = profiles;
        this.table = table;
        this.models = models;
        this.decisions = decisions;
    }

    void run() {
        Instant learnt = models.inForce().learntAt();
        if (learnt == null || !learnt.plus(STANDS).isAfter(decisions.clock().instant())) {
            learn();
        }
    }

    /// From the newest descriptions. Nothing is learnt from too few.
    void learn() {
        List<Profile.Place> sample = table.newest(MOST);
        if (sample.size() < LEAST) {
            return;
        }
        Map<Profile.Place, Profile> read = profiles.readEach(
                        ACTOR, sample.stream().map(Profile.Place::report).toList())
                .profiles();
        List<Person> people = sample.stream()
                .map(read::get)
                .filter(Objects::nonNull)
                .map(Profile::person)
                .toList();
        if (people.size() < LEAST) {
            return;
        }
        Learning.Learned learned = Learning.from(Profile.FIELDS, people, BlockingRule.keys());
        double times = Math.max(1, (double) table.count() / people.size());
        keep(learned.model().amongMore(times), learned, people.size());
    }

    private void keep(LikenessModel model, Learning.Learned learned, int people) {
        List<BlockingRule> rules = BlockingRule.of(model.blocking());
        decisions.transactions().run(() -> {
            int before = models.inForce().number();
            int number = models.put(
                    model,
                    learned.frequencies().common(COMMON),
                    people,
                    decisions.clock().instant());
            table.keepOnly(rules);
            if (before == LikenessModels.CAUTIOUS) {
                table.again(before);
            }
            decisions.journal().record(ACTOR, new LikenessLearnt(number, people, rules.size()));
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        RecurringTask<Void> learnLikenessTask(LearnLikeness learn) {
            return Tasks.recurring(TASK, FixedDelay.of(EVERY)).execute((_, _) -> learn.run());
        }
    }
}

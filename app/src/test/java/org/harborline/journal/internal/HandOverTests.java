// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.journal.Follower;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Sql;
import org.harborline.platform.Transactions;
import org.harborline.platform.testing.Eventually;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@SpringBootTest
@ExtendWith(OutputCaptureExtension.class)
@Import(HandOverTests.TestFollowers.class)
class HandOverTests {

    private static final Actor TESTER = Actor.system("hand-over-tests");

    @FactType("test.number-drawn")
    record NumberDrawn(long number, long series) implements Fact {
        @Override
        public RecordRef subject() {
            return RecordRef.of("series", series);
        }
    }

    @FactType("test.number-heard")
    record NumberHeard(long number) implements Fact {
        @Override
        public RecordRef subject() {
            return RecordRef.of("number", number);
        }
    }

    /// Fails on numbers it was told to fail on, so that parking can be seen.
    static final class Listener implements Follower {
        final List<Long> heard = new CopyOnWriteArrayList<>();
        final Set<Long> refused = java.util.concurrent.ConcurrentHashMap.newKeySet();
        final Set<Long> large = java.util.concurrent.ConcurrentHashMap.newKeySet();

        @Override
        public String name() {
            return "test-listener";
        }

        @Override
        public Set<Class<? extends Fact>> follows() {
            return Set.of(NumberDrawn.class);
        }

        @Override
        public Changes prepare(List<Followed> batch) {
            var numbers = batch.stream()
                    .map(one -> ((NumberDrawn) one.fact()).number())
                    .toList();
            if (numbers.stream().anyMatch(refused::contains)) {
                throw new IllegalArgumentException("secret value 4711");
            }
            if (numbers.stream().filter(large::contains).count() > 1) {
                throw new OutOfMemoryError("two large ones do not fit");
            }
            return consequences -> {
                heard.addAll(numbers);
                batch.forEach(
                        one -> consequences.record(one.entry(), new NumberHeard(((NumberDrawn) one.fact()).number())));
            };
        }
    }

    @TestConfiguration
    static class TestFollowers {
        @Bean
        Listener listener() {
            return new Listener();
        }
    }

    @Autowired
    Journal journal;

    @Autowired
    Transactions transactions;

    @Autowired
    Listener listener;

    private static final AtomicLong NUMBERS = new AtomicLong();

    private long draw(long series) {
        long number = NUMBERS.incrementAndGet();
        transactions.run(() -> journal.record(TESTER, new NumberDrawn(number, series)));
        return number;
    }

    @Test
    void refusesAFactOutsideATransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> journal.record(TESTER, new NumberDrawn(1, 1)))
                .withMessageContaining("transaction");
    }

    @Test
    void aRolledBackFactNeverHappened() {
        long number = NUMBERS.incrementAndGet();
        try {
            transactions.run(() -> {
                journal.record(TESTER, new NumberDrawn(number, 2));
                throw new IllegalStateException("roll back");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("roll back");
        }
        long after = draw(2);
        Eventually.holds(() -> assertThat(listener.heard).contains(after));
        assertThat(listener.heard).doesNotContain(number);
    }

    @Test
    void sixteenWritersWithLongAndShortTransactionsLoseNothingAndRepeatNothing() throws InterruptedException {
        var recorded = Collections.synchronizedList(new ArrayList<Long>());
        var threads = new ArrayList<Thread>();
        for (int writer = 0; writer < 16; writer++) {
            long series = 1000L + writer;
            boolean slow = writer % 4 == 0;
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 60; i++) {
                    long number = NUMBERS.incrementAndGet();
                    transactions.run(() -> {
                        journal.record(TESTER, new NumberDrawn(number, series));
                        if (slow) {
                            java.util.concurrent.locks.LockSupport.parkNanos(
                                    ThreadLocalRandom.current().nextLong(30_000_000));
                        }
                    });
                    recorded.add(number);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(recorded).hasSize(16 * 60);
        Eventually.holds(() -> assertThat(listener.heard).containsAll(recorded));
        assertThat(listener.heard).doesNotHaveDuplicates();
        Eventually.holds(() -> assertThat(journal.backlog(TESTER).cursors().get("test-listener"))
                .isEqualTo(journal.position()));
    }

    @Test
    void parksAFailingFactWithLaterOnesOfTheSameSubjectAndRetriesThemInOrder(CapturedOutput log) {
        long failing = NUMBERS.incrementAndGet();
        listener.refused.add(failing);
        transactions.run(() -> journal.record(TESTER, new NumberDrawn(failing, 77)));
        long behind = draw(77);
        long last = draw(77);
        long elsewhere = draw(78);

        Eventually.holds(() -> assertThat(listener.heard).contains(elsewhere));
        Eventually.holds(() -> assertThat(journal.parked(TESTER)).hasSize(3));
        assertThat(listener.heard).doesNotContain(failing, behind, last);
        assertThat(log).contains("test-listener parks fact").doesNotContain("4711");
        var parked = journal.parked(TESTER);
        assertThat(parked.get(0).behind()).isNull();
        assertThat(parked.get(0).reason())
                .startsWith("IllegalArgumentException")
                .doesNotContain("4711");
        assertThat(parked.get(1).behind()).isEqualTo(parked.get(0).position());
        assertThat(parked.get(2).behind()).isEqualTo(parked.get(0).position());

        assertThat(journal.retry(TESTER, "test-listener", RecordRef.of("series", 77)))
                .isZero();
        assertThat(journal.parked(TESTER)).hasSize(3);

        listener.refused.remove(failing);
        listener.refused.add(behind);
        assertThat(journal.retry(TESTER, "test-listener", RecordRef.of("series", 77)))
                .isEqualTo(1);
        var left = journal.parked(TESTER);
        assertThat(left).hasSize(2);
        assertThat(left.get(0).position()).isEqualTo(parked.get(1).position());
        assertThat(left.get(0).behind())
                .as("the first of its record can be tried")
                .isNull();
        assertThat(left.get(0).reason()).startsWith("IllegalArgumentException");
        assertThat(left.get(1).behind()).isEqualTo(left.get(0).position());

        listener.refused.remove(behind);
        assertThat(journal.retry(TESTER, "test-listener", RecordRef.of("series", 77)))
                .isEqualTo(2);
        assertThat(journal.parked(TESTER)).isEmpty();
        assertThat(listener.heard.subList(listener.heard.size() - 3, listener.heard.size()))
                .containsExactly(failing, behind, last);
    }

    @Test
    void takesABatchThatDoesNotFitIntoMemoryInSmallerOnes() {
        var numbers = new ArrayList<Long>();
        transactions.run(() -> {
            for (int i = 0; i < 6; i++) {
                long number = NUMBERS.incrementAndGet();
                listener.large.add(number);
                numbers.add(number);
                journal.record(TESTER, new NumberDrawn(number, 90));
            }
        });

        Eventually.holds(() -> assertThat(listener.heard).containsSubsequence(numbers));
        assertThat(journal.parked(TESTER)).isEmpty();
    }

    @Autowired
    Rebuild rebuild;

    /// Remembers in a table of its own what it took up, and can be told to change its mind.
    private static final class Collector implements Follower {
        final List<Long> collected = new ArrayList<>();
        final List<Boolean> replays = new ArrayList<>();
        boolean silent;

        @Override
        public String name() {
            return "test-listener";
        }

        @Override
        public Set<Class<? extends Fact>> follows() {
            return Set.of(NumberDrawn.class);
        }

        @Override
        public Changes prepare(List<Followed> batch) {
            return consequences -> batch.forEach(one -> {
                long number = ((NumberDrawn) one.fact()).number();
                collected.add(number);
                replays.add(consequences.replaying());
                if (!silent) {
                    consequences.record(one.entry(), new NumberHeard(number));
                }
            });
        }
    }

    @Autowired
    Sql sql;

    private long heardInJournal() {
        return sql.of("SELECT count(*) FROM journal.entry WHERE fact_type = 'test.number-heard'")
                        .query(Long.class)
                        .single()
                + sql.of("SELECT count(*) FROM journal.inbox WHERE fact_type = 'test.number-heard'")
                        .query(Long.class)
                        .single();
    }

    @Test
    void aRebuildTakesUpEverythingAgainRecordsNothingAndReportsDifferences() {
        long number = draw(90);
        Eventually.holds(() -> assertThat(listener.heard).contains(number));
        Eventually.holds(() -> assertThat(journal.backlog(TESTER).isEmpty()).isTrue());
        followers.stop();
        try {
            long before = heardInJournal();
            var faithful = new Collector();
            Rebuild.Result same = rebuild.run(faithful);
            assertThat(faithful.collected).contains(number).doesNotHaveDuplicates();
            assertThat(faithful.replays).containsOnly(true);
            assertThat(same.facts()).isEqualTo(faithful.collected.size());
            assertThat(same.differences()).isEmpty();
            assertThat(heardInJournal()).isEqualTo(before);

            var changed = new Collector();
            changed.silent = true;
            assertThat(rebuild.run(changed).differences())
                    .hasSameSizeAs(changed.collected)
                    .allMatch(line -> line.startsWith("made then, not now: "));
        } finally {
            followers.start();
        }
    }

    @Autowired
    Followers followers;
}

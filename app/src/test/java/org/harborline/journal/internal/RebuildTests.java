// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.harborline.access.ActorAuthentication;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.journal.Follower;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Transactions;
import org.harborline.platform.testing.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A rebuild that is stopped before its end, and one that finds facts nobody took up yet.
@SpringBootTest(properties = "harborline.test.context=rebuild")
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
@Import(RebuildTests.Masons.class)
class RebuildTests {

    private static final Actor TESTER = Actor.system("rebuild-tests");
    private static final Actor OPERATOR =
            new Actor("operator-1", ActorKind.STAFF, Set.of(Permission.OPERATE), null, null);
    private static final AtomicLong NUMBERS = new AtomicLong();

    @FactType("test.stone-laid")
    record StoneLaid(long stone, long wall) implements Fact {
        @Override
        public RecordRef subject() {
            return RecordRef.of("wall", wall);
        }
    }

    @FactType("test.stone-counted")
    record StoneCounted(long stone) implements Fact {
        @Override
        public RecordRef subject() {
            return RecordRef.of("stone", stone);
        }
    }

    /// A stone that was taken up, and whether that was a rebuild.
    record Taken(long stone, boolean again) {}

    /// Refuses stones it was told to refuse, and breaks off a rebuild at a stone.
    static final class Mason implements Follower {
        final List<Taken> taken = new CopyOnWriteArrayList<>();
        final Set<Long> refused = ConcurrentHashMap.newKeySet();
        final Set<Long> unreadable = ConcurrentHashMap.newKeySet();

        @Override
        public String name() {
            return "test-mason";
        }

        @Override
        public Set<Class<? extends Fact>> follows() {
            return Set.of(StoneLaid.class);
        }

        @Override
        public Changes prepare(List<Followed> batch) {
            return prepare(batch, refused);
        }

        @Override
        public Changes replay(List<Followed> batch, Recorded recorded) {
            return prepare(batch, unreadable);
        }

        private Changes prepare(List<Followed> batch, Set<Long> failing) {
            batch.forEach(one -> {
                if (failing.contains(stone(one))) {
                    throw new IllegalStateException("stone is out of reach");
                }
            });
            return consequences -> batch.forEach(one -> {
                taken.add(new Taken(stone(one), consequences.replaying()));
                consequences.record(one.entry(), new StoneCounted(stone(one)));
            });
        }

        private static long stone(Followed one) {
            return ((StoneLaid) one.fact()).stone();
        }
    }

    @TestConfiguration
    static class Masons {
        @Bean
        Mason mason() {
            return new Mason();
        }
    }

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Journal journal;

    @Autowired
    Transactions transactions;

    @Autowired
    Mason mason;

    @Autowired
    Followers followers;

    @Autowired
    Rebuild rebuild;

    private long lay(long wall) {
        long stone = NUMBERS.incrementAndGet();
        transactions.run(() -> journal.record(TESTER, new StoneLaid(stone, wall)));
        return stone;
    }

    private void ordered() {
        Eventually.holds(() -> assertThat(journal.backlog(TESTER).unordered()).isZero());
    }

    private void settled() {
        Eventually.holds(() -> assertThat(journal.backlog(TESTER).isEmpty()).isTrue());
    }

    private long cursor() {
        return journal.backlog(TESTER).cursors().getOrDefault("test-mason", -1L);
    }

    private List<Entry> counted(long stone) {
        return journal.of(TESTER, RecordRef.of("stone", stone), 0, 10);
    }

    @BeforeEach
    void nothingWaits() {
        mason.taken.clear();
        settled();
    }

    @AfterEach
    void everythingGoesOn() {
        mason.refused.clear();
        mason.unreadable.clear();
        followers.stop();
        rebuild.run(mason);
        followers.start();
        settled();
    }

    private String parkedPage() {
        var page = new StringBuilder();
        assertThat(mvc.get().uri("/operator/parked").with(authentication(new ActorAuthentication(OPERATOR))))
                .hasStatusOk()
                .bodyText()
                .satisfies(page::append);
        return page.toString();
    }

    @Test
    void afterARebuildThatWasStoppedNothingIsTakenUpUntilOneCameToItsEnd(CapturedOutput log) {
        long stone = lay(1);
        settled();
        followers.stop();
        mason.unreadable.add(stone);
        assertThatIllegalStateException().isThrownBy(() -> rebuild.run(mason));
        mason.taken.clear();

        followers.start();
        long later = lay(2);
        ordered();
        Eventually.holds(() -> assertThat(log).contains("./harborline rebuild test-mason"));
        assertThat(log.getOut().split("alarm: the tables of test-mason", -1))
                .as("told once, not at each look")
                .hasSize(2);
        assertThat(parkedPage()).contains("The tables of a module are half built", "test-mason");
        assertThat(journal.retry(OPERATOR, "test-mason", RecordRef.of("wall", 1)))
                .isZero();
        assertThat(mason.taken).isEmpty();

        followers.stop();
        mason.unreadable.clear();
        assertThat(rebuild.run(mason).differences()).isEmpty();
        assertThat(mason.taken).contains(new Taken(stone, true)).doesNotContain(new Taken(later, true));
        followers.start();
        settled();
        assertThat(mason.taken).contains(new Taken(later, false)).doesNotHaveDuplicates();
        assertThat(counted(stone)).hasSize(1);
        assertThat(counted(later)).hasSize(1);
        assertThat(parkedPage()).doesNotContain("half built");
    }

    @Test
    void aRebuildLeavesWhatNobodyTookUpYetToTheFollower() {
        long stone = lay(3);
        long refused = NUMBERS.get() + 1;
        mason.refused.add(refused);
        assertThat(lay(4)).isEqualTo(refused);
        long behind = lay(4);
        settled();
        var parked = journal.parked(TESTER);
        assertThat(parked).hasSize(2);
        followers.stop();
        long waiting = lay(5);
        ordered();
        long before = cursor();
        mason.taken.clear();

        assertThat(rebuild.run(mason).differences()).isEmpty();
        assertThat(mason.taken)
                .contains(new Taken(stone, true))
                .extracting(Taken::stone)
                .doesNotContain(refused, behind, waiting);
        assertThat(journal.parked(TESTER)).isEqualTo(parked);
        assertThat(cursor()).isEqualTo(before);

        mason.refused.clear();
        followers.start();
        settled();
        assertThat(journal.retry(OPERATOR, "test-mason", RecordRef.of("wall", 4)))
                .isEqualTo(2);
        settled();
        assertThat(mason.taken)
                .contains(new Taken(waiting, false), new Taken(refused, false), new Taken(behind, false));
        for (long late : List.of(waiting, refused, behind)) {
            assertThat(counted(late)).hasSize(1);
        }
    }
}

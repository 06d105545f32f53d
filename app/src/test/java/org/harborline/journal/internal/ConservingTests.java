// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.harborline.access.ActorAuthentication;
import org.harborline.journal.Conservation;
import org.harborline.journal.Journal;
import org.harborline.journal.ledgers.Ledger;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.Sql;
import org.harborline.platform.testing.Eventually;
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

@SpringBootTest
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
@Import(ConservingTests.Parcels.class)
class ConservingTests {

    /// One side of the law of parcels.
    record Side(String name, Ledger.Side side, SortedSet<String> parcels) implements Ledger {

        @Override
        public String law() {
            return "parcels";
        }

        @Override
        public List<Count> counts() {
            return List.of(new Count(name, side, parcels.size()));
        }

        @Override
        public SortedSet<String> ids(String column, String after, int limit) {
            return new TreeSet<>(parcels.stream()
                    .filter(id -> id.compareTo(after) > 0)
                    .limit(limit)
                    .toList());
        }
    }

    @TestConfiguration
    static class Parcels {
        @Bean
        Side handedIn() {
            return new Side("handed-in", Ledger.Side.LEFT, new ConcurrentSkipListSet<>());
        }

        @Bean
        Side onShelf() {
            return new Side("on-shelf", Ledger.Side.RIGHT, new ConcurrentSkipListSet<>());
        }

        @Bean
        Side delivered() {
            return new Side("delivered", Ledger.Side.RIGHT, new ConcurrentSkipListSet<>());
        }
    }

    @Autowired
    Journal journal;

    @Autowired
    Side handedIn;

    @Autowired
    Side onShelf;

    @Autowired
    Side delivered;

    @Autowired
    OrderAlarm alarm;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    SchedulerClient scheduler;

    @Autowired
    Clock clock;

    @Autowired
    Sql sql;

    @Autowired
    MockMvcTester mvc;

    @BeforeEach
    void nothingAnywhere() {
        List.of(handedIn, onShelf, delivered).forEach(side -> side.parcels().clear());
    }

    /// How often the job has looked.
    private long looks() {
        return sql.of("SELECT coalesce(max(looks), 0) FROM journal.balance WHERE law = 'parcels'")
                .query(Long.class)
                .single();
    }

    /// Lets the job look once, and then the alarm.
    private void look() {
        Eventually.holds(() ->
                assertThat(looks()).as("the job looks when a server starts").isPositive());
        long before = looks();
        Eventually.holds(() -> {
            try {
                scheduler.reschedule(TaskInstanceId.of("journal.conserve", RecurringTask.INSTANCE), clock.instant());
            } catch (TaskInstanceCurrentlyExecutingException stillAtIt) {
                throw new AssertionError(stillAtIt);
            }
        });
        Eventually.holds(() -> assertThat(looks()).isEqualTo(before + 1));
        alarm.look();
    }

    private String operatorPage() {
        var operator = new Actor("operator-1", ActorKind.STAFF, Set.of(Permission.OPERATE), null, null);
        var page = new StringBuilder();
        assertThat(mvc.get().uri("/operator/parked").with(authentication(new ActorAuthentication(operator))))
                .hasStatusOk()
                .bodyText()
                .satisfies(page::append);
        return page.toString();
    }

    @Test
    void findsALossThatSomethingCountedTwiceHidesAndRaisesTheAlarmAtTheSecondLook(CapturedOutput output) {
        look();
        for (int i = 0; i < 10; i++) {
            handedIn.parcels().add("p" + i);
            onShelf.parcels().add("p" + i);
        }
        onShelf.parcels().remove("p9");
        delivered.parcels().add("p1");
        assertThat(parcels().sum(Ledger.Side.LEFT)).isEqualTo(parcels().sum(Ledger.Side.RIGHT));
        sql.of("UPDATE journal.balance SET walked_at = walked_at - interval '1 hour'")
                .update();

        look();
        assertThat(parcels().holds()).isFalse();
        assertThat(parcels().astray()).containsExactlyInAnyOrder("p1", "p9");
        assertThat(output).doesNotContain("alarm: the law of parcels");
        assertThat(metrics.get("harborline.journal.laws.broken").gauge().value())
                .isZero();

        look();
        alarm.look();
        assertThat(output.getOut().split("alarm: the law of parcels is broken \\(p1, p9\\)", -1))
                .as("told once, not at each look")
                .hasSize(2);
        assertThat(metrics.get("harborline.journal.laws.broken").gauge().value())
                .isEqualTo(1);
        assertThat(operatorPage()).contains("Something is lost or counted twice", "parcels");

        delivered.parcels().remove("p1");
        onShelf.parcels().add("p9");
        look();
        assertThat(parcels().holds()).isTrue();
        assertThat(output).contains("end of alarm: the law of parcels");
        assertThat(metrics.get("harborline.journal.laws.broken").gauge().value())
                .isZero();
        assertThat(operatorPage()).doesNotContain("Something is lost or counted twice");
    }

    private Conservation parcels() {
        return journal.conservation(Actor.system("conserving-tests")).stream()
                .filter(law -> law.law().equals("parcels"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesWhatIsOnOneSideOnly() {
        for (int i = 0; i < 25_000; i++) {
            handedIn.parcels().add("p" + i);
            (i % 2 == 0 ? onShelf : delivered).parcels().add("p" + i);
        }
        assertThat(parcels().holds()).isTrue();
        assertThat(parcels().astray()).isEmpty();

        onShelf.parcels().remove("p24000");
        delivered.parcels().remove("p7");
        assertThat(parcels().holds()).isFalse();
        assertThat(parcels().astray()).containsExactlyInAnyOrder("p24000", "p7");

        onShelf.parcels().add("p24000");
        delivered.parcels().add("p7");
        delivered.parcels().add("stranger");
        assertThat(parcels().astray()).containsExactly("stranger");

        delivered.parcels().remove("stranger");
        onShelf.parcels().add("p1");
        assertThat(parcels().astray()).as("a parcel in two places").containsExactly("p1");
    }
}

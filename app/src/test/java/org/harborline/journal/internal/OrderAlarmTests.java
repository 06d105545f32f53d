// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import org.harborline.access.ActorAuthentication;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.journal.Follower;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.ReadyNote;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Sql;
import org.harborline.platform.testing.Eventually;
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
import org.springframework.dao.QueryTimeoutException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Facts that nobody orders, and facts that nobody takes up.
@SpringBootTest(properties = "harborline.test.context=order-alarm")
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
@Import(OrderAlarmTests.Ringers.class)
class OrderAlarmTests {

    private static final Actor OPERATOR =
            new Actor("operator-1", ActorKind.STAFF, Set.of(Permission.OPERATE), null, null);

    @FactType("test.gong-struck")
    record GongStruck(long gong) implements Fact {
        @Override
        public RecordRef subject() {
            return RecordRef.of("gong", gong);
        }
    }

    /// Takes every failure for one of its surroundings, so that it tries for ever and parks nothing.
    static final class Ringer implements Follower {
        private volatile boolean hindered;

        @Override
        public String name() {
            return "test-ringer";
        }

        @Override
        public Set<Class<? extends Fact>> follows() {
            return Set.of(GongStruck.class);
        }

        @Override
        public Changes prepare(List<Followed> batch) {
            if (hindered) {
                throw new QueryTimeoutException("as ever");
            }
            return _ -> {};
        }
    }

    @TestConfiguration
    static class Ringers {
        @Bean
        Ringer ringer() {
            return new Ringer();
        }
    }

    @Autowired
    Ringer ringer;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Sequencer sequencer;

    @Autowired
    OrderAlarm alarm;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    Journal journal;

    @Autowired
    List<ReadyNote> notes;

    @Autowired
    Sql sql;

    private double metric() {
        return metrics.get(OrderAlarm.METRIC).gauge().value();
    }

    private double waiting() {
        return metrics.get("harborline.journal.oldest.waiting").gauge().value();
    }

    private void record(String age) {
        sql.of("""
                INSERT INTO journal.inbox (fact_type, fact_version, subject_kind, subject_id, actor, recorded_at, body)
                VALUES ('test.bell-rung', 1, 'bell', '1', 'system:tests', now() - :age::interval, '{}')
                """).param("age", age).update();
    }

    private void strike(String age) {
        sql.of("""
                INSERT INTO journal.inbox (fact_type, fact_version, subject_kind, subject_id, actor, recorded_at, body)
                VALUES ('test.gong-struck', 1, 'gong', '1', 'system:tests', now() - :age::interval, '{"gong":1}')
                """).param("age", age).update();
    }

    private static int times(CapturedOutput output, String words) {
        return output.getOut().split(words, -1).length - 1;
    }

    @Test
    void aFollowerThatLeavesAFactWaitingIsAnAlarmUntilItGoesOn(CapturedOutput output) {
        notes.forEach(ReadyNote::lines);
        ringer.hindered = true;
        strike("10 seconds");
        Eventually.holds(() ->
                assertThat(journal.backlog(Actor.system("tests")).unordered()).isZero());
        alarm.look();
        assertThat(waiting()).isBetween(10.0, 40.0);
        assertThat(output).doesNotContain("alarm: test-ringer");
        ringer.hindered = false;
        Eventually.holds(() ->
                assertThat(journal.backlog(Actor.system("tests")).isEmpty()).isTrue());

        ringer.hindered = true;
        strike("5 minutes");
        Eventually.holds(() -> {
            alarm.look();
            assertThat(waiting()).isBetween(300.0, 400.0);
        });
        alarm.look();
        assertThat(times(output, "alarm: test-ringer has left a fact waiting"))
                .as("told once, not at each look")
                .isEqualTo(1);
        assertThat(journal.parked(Actor.system("tests"))).isEmpty();
        for (String page : new String[] {"/operator/conservation", "/operator/parked"}) {
            assertThat(mvc.get().uri(page).with(authentication(new ActorAuthentication(OPERATOR))))
                    .bodyText()
                    .contains("A module takes up nothing", "test-ringer");
        }

        ringer.hindered = false;
        Eventually.holds(() -> {
            alarm.look();
            assertThat(waiting()).isZero();
        });
        assertThat(output).contains("end of alarm: test-ringer");
        assertThat(mvc.get().uri("/operator/parked").with(authentication(new ActorAuthentication(OPERATOR))))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("A module takes up nothing");
    }

    @Test
    void anOldUnorderedFactIsAnAlarmUntilItIsOrdered(CapturedOutput output) {
        // what the start records, its sample sign-ins last, would stand before the facts of this test
        notes.forEach(ReadyNote::lines);
        Eventually.holds(() ->
                assertThat(journal.backlog(Actor.system("tests")).isEmpty()).isTrue());
        sequencer.stop();
        record("10 seconds");
        alarm.look();
        assertThat(alarm.isRaised()).as("young facts are no alarm").isFalse();

        record("0 seconds");
        sql.of("DELETE FROM journal.inbox WHERE fact_type = 'test.bell-rung'").update();
        record("5 minutes");
        alarm.look();
        alarm.look();
        assertThat(alarm.isRaised()).isTrue();
        assertThat(metric()).isBetween(300.0, 400.0);
        assertThat(journal.backlog(Actor.system("tests")).isLate()).isTrue();
        assertThat(output.getOut().split("alarm: the oldest fact without a position", -1))
                .as("told once, not at each look")
                .hasSize(2);

        for (String page : new String[] {"/operator/conservation", "/operator/parked"}) {
            assertThat(mvc.get().uri(page).with(authentication(new ActorAuthentication(OPERATOR))))
                    .bodyText()
                    .contains("Facts are not ordered");
        }

        sequencer.start();
        Eventually.holds(() -> {
            alarm.look();
            assertThat(alarm.isRaised()).isFalse();
        });
        assertThat(metric()).isLessThan(30);
        assertThat(output).contains("end of alarm");
        assertThat(mvc.get().uri("/operator/parked").with(authentication(new ActorAuthentication(OPERATOR))))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Facts are not ordered");
    }
}

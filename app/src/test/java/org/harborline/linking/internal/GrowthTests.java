// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.email;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.internal.JournalControl;
import org.harborline.linking.CutReason;
import org.harborline.linking.GrowthAlarm;
import org.harborline.linking.GrowthAlarm.Kind;
import org.harborline.linking.GrowthAlarms;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/// Alarms for clusters that become large or grow fast.
@TestPropertySource(
        properties = {
            "harborline.test.context=growth",
            "db-scheduler.polling-interval=1h",
            "harborline.linking.fan-out-limit=100",
            "harborline.linking.cluster-size-alarm=6",
            "harborline.linking.cluster-growth-alarm=8"
        })
class GrowthTests extends LinkingCase {

    @Autowired
    private WatchGrowth watch;

    @Autowired
    private GrowthAlarms alarms;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void nothingWaits() {
        settle();
        watch.run();
        alarms.list(ANALYST, true, null, 100).forEach(one -> alarms.look(ANALYST, one.id()));
    }

    private List<ReportNumber> file(String mailbox, int times) {
        var filed = new ArrayList<ReportNumber>();
        for (int i = 0; i < times; i++) {
            filed.add(reports.file(email(mailbox)));
        }
        settle();
        watch.run();
        return filed;
    }

    private List<GrowthAlarm> waiting() {
        return alarms.list(ANALYST, true, null, 100);
    }

    @ParameterizedTest
    @CsvSource({"5, 0", "6, 6", "11, 6", "12, 12", "23, 12", "24, 24", "10000, 6144"})
    void passesItsSizeAndEachDoubling(int reports, int passed) {
        assertThat(new GrowthLimits(6, 8).passed(reports)).isEqualTo(passed);
    }

    @Test
    void raisesOneAlarmForEachCrossingAndNoneForARebuild() {
        assertThat(file("slow@town.example", 5)).hasSize(5);
        assertThat(waiting()).isEmpty();

        List<ReportNumber> more = file("slow@town.example", 1);
        assertThat(waiting()).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(Kind.SIZE);
            assertThat(alarm.size()).isEqualTo(6);
            assertThat(alarm.limit()).isEqualTo(6);
            assertThat(alarm.weakest()).isNotNull();
            assertThat(links.clusterOf(ANALYST, alarm.report()).reports()).contains(more.getFirst());
        });
        file("slow@town.example", 1);
        assertThat(waiting()).hasSize(1);

        JournalControl.stopped(
                context,
                () -> assertThat(JournalControl.rebuild(context, "linking")).isEmpty());
        settle();
        watch.run();
        assertThat(waiting()).hasSize(1);

        file("slow@town.example", 5);
        assertThat(waiting()).extracting(GrowthAlarm::kind).containsExactlyInAnyOrder(Kind.SIZE, Kind.SIZE, Kind.SPEED);
        assertThat(waiting().getFirst().report()).isNotNull();
    }

    @Test
    void namesTheBridgeThatJoinedTwoClusters() {
        List<ReportNumber> one = file("left@town.example", 4);
        List<ReportNumber> other = file("right@town.example", 4);
        assertThat(waiting()).isEmpty();

        ReportNumber between = reports.file(email("left.bridge@town.example"), email("right@town.example"));
        settle();
        links.record(ANALYST, finding(one.getFirst(), "left.bridge@town.example"));
        settle();
        watch.run();

        assertThat(waiting())
                .filteredOn(alarm -> alarm.kind() == Kind.SIZE)
                .singleElement()
                .extracting(GrowthAlarm::weakest)
                .isEqualTo(ReportPair.of(between, one.getFirst()));
        assertThat(other).isNotEmpty();
    }

    @Test
    void isNewsAgainWhenACutBroughtItBelowTheLimit() {
        List<ReportNumber> filed = file("again@town.example", 5);
        ReportNumber last = reports.file(email("again.last@town.example"));
        settle();
        var finding = links.record(ANALYST, finding(filed.getFirst(), "again.last@town.example"));
        assertThat(finding).isNotNull();
        settle();
        watch.run();
        assertThat(waiting()).hasSize(1);
        alarms.look(ANALYST, waiting().getFirst().id());

        var cut = links.cut(ANALYST, ReportPair.of(last, filed.getFirst()), CutReason.SHARED);
        settle();
        watch.run();
        assertThat(waiting()).isEmpty();

        links.undoCut(ANALYST, cut.id());
        settle();
        watch.run();
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void asksNoMoreStatementsForManyClustersThanForOne() {
        fileAndWait("single@town.example");
        List<String> one = statements(watch::run);
        assertThat(waiting()).hasSize(2);
        for (int i = 0; i < 4; i++) {
            fileAndWait("several" + i + "@town.example");
        }
        List<String> several = statements(watch::run);

        assertThat(waiting()).hasSize(10);
        assertThat(several).containsExactlyElementsOf(one);
    }

    /// Enough of one mailbox to pass both limits; nothing is measured yet.
    private void fileAndWait(String mailbox) {
        for (int i = 0; i < 9; i++) {
            assertThat(reports.file(email(mailbox))).isNotNull();
        }
        settle();
    }

    /// The statements that this thread sends.
    private static List<String> statements(Runnable work) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Thread here = Thread.currentThread();
        var sent = new ArrayList<String>();
        var appender = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (Thread.currentThread().equals(here) && event.getMessage().contains("SQL statement [")) {
                    sent.add(event.getMessage());
                }
            }
        };
        appender.start();
        logger.addAppender(appender);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        try {
            work.run();
        } finally {
            logger.setLevel(null);
            logger.setAdditive(true);
            logger.detachAppender(appender);
        }
        assertThat(sent).isNotEmpty();
        return sent;
    }

    @Test
    void keepsWhoLookedAndTellsTheJournalOnce() {
        file("looked@town.example", 6);
        GrowthAlarm alarm = waiting().getFirst();

        alarms.look(ANALYST, alarm.id());
        alarms.look(ANALYST, alarm.id());
        settle();

        assertThat(waiting()).isEmpty();
        assertThat(alarms.list(ANALYST, false, null, 1).getFirst().look().by()).isEqualTo(ANALYST.id());
        assertThat(journal.of(SYSTEM, alarm.report().asRecord(), 0, 100))
                .extracting(Entry::type)
                .filteredOn(type -> type.startsWith("linking."))
                .containsExactly("linking.cluster-grew", "linking.growth-looked-at");
    }

    @Test
    void isForThoseWhoMayCutLinks() {
        file("mine@town.example", 6);
        var id = waiting().getFirst().id();
        var reader = without(Set.of(Permission.REPORT_READ));

        assertProblem(PlatformProblem.NOT_FOUND, () -> alarms.list(reader, true, null, 10));
        assertProblem(PlatformProblem.NOT_FOUND, () -> alarms.look(reader, id));
        assertProblem(PlatformProblem.NOT_FOUND, () -> alarms.look(ANALYST, new java.util.UUID(1, 2)));
    }
}

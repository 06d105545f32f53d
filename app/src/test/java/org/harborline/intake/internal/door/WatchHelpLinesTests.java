// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.HelpLine;
import org.harborline.intake.MovableClock;
import org.harborline.platform.Ids;
import org.harborline.platform.Sql;
import org.harborline.platform.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Numbers that nobody reviewed in time are an alarm, said once a day. Each test undoes what it did, and what
/// it holds locked keeps the server's own watch out meanwhile.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Transactional
class WatchHelpLinesTests {

    @Autowired
    private HelpLineTable table;

    @Autowired
    private Transactions transactions;

    @Autowired
    private PlatformTransactionManager manager;

    @Autowired
    private Sql sql;

    private final MovableClock clock = new MovableClock();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        int _ = sql.of("DELETE FROM intake.help_line_watch").update();
        int _ = sql.of("DELETE FROM intake.help_line").update();
        log.start();
        logger().setLevel(Level.INFO);
        logger().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
        logger().setLevel(null);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(WatchHelpLines.class);
    }

    /// A server as it comes up: it knows what is stored and nothing else.
    private WatchHelpLines server() {
        return new WatchHelpLines(table, transactions, clock);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private UUID line(String country, int days) {
        return table.put(new HelpLine(
                Ids.next(),
                country,
                HelpLine.Kind.CHILD,
                "[synthetic line 1]",
                "202 555 0149",
                "24/7",
                "English",
                today(),
                null,
                today().plusDays(days)));
    }

    private List<String> said(Level level) {
        return log.list.stream()
                .filter(event -> event.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void anOverdueLineIsAnErrorOnceOnEachDayUntilItIsReviewed() {
        UUID id = line("IS", 1);
        server().run();
        assertThat(said(Level.ERROR)).isEmpty();

        clock.move(Duration.ofDays(1));
        for (int look = 0; look < 20; look++) {
            server().run();
        }
        assertThat(said(Level.ERROR)).hasSize(1);
        assertThat(said(Level.ERROR).getFirst())
                .contains("alarm: 1 help lines", "IS " + today())
                .doesNotContain("202 555 0149", "synthetic line");
        clock.move(Duration.ofDays(1));
        server().run();
        server().run();
        assertThat(said(Level.ERROR)).hasSize(2);

        assertThat(table.reviewed(id, today(), "holder-1", today().plusDays(100)))
                .contains("IS");
        server().run();
        server().run();
        clock.move(Duration.ofDays(1));
        server().run();
        assertThat(said(Level.ERROR)).hasSize(2);
        assertThat(said(Level.INFO)).containsOnlyOnce("end of alarm: all help lines are reviewed again");
    }

    @Test
    void anotherOneThatGrowsOldIsSaidOnThatDayWithTheFirst() {
        line("IS", 1);
        line("MT", 3);
        server().run();
        clock.move(Duration.ofDays(5));
        server().run();
        assertThat(said(Level.ERROR)).hasSize(1);
        assertThat(said(Level.ERROR).getFirst())
                .contains("alarm: 2 help lines", "IS " + today().minusDays(4), "MT " + today().minusDays(2));
    }

    @Test
    void aServerThatDiesBeforeTheEndSaysItAgainAndOneThatDiesAfterItDoesNot() {
        line("IS", 1);
        server().run();
        clock.move(Duration.ofDays(1));
        var dying = new TransactionTemplate(manager);
        dying.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        assertThatIllegalStateException()
                .isThrownBy(() -> dying.executeWithoutResult(_ -> {
                    server().run();
                    throw new IllegalStateException("the server was killed");
                }));
        server().run();
        assertThat(said(Level.ERROR)).as("not lost").hasSize(2);
        server().run();
        assertThat(said(Level.ERROR)).as("not doubled").hasSize(2);
    }

    @Test
    void isWarnedOfAheadOnceAtEachStepAlsoAfterAPause() {
        line("IS", 31);
        server().run();
        assertThat(said(Level.WARN)).isEmpty();
        clock.move(Duration.ofDays(4));
        server().run();
        server().run();
        assertThat(said(Level.WARN)).hasSize(1);
        assertThat(said(Level.WARN).getFirst())
                .contains("within 30 days (IS " + today().plusDays(27) + ")")
                .doesNotContain("synthetic line");
        clock.move(Duration.ofDays(20));
        server().run();
        server().run();
        assertThat(said(Level.WARN)).hasSize(2);
        assertThat(said(Level.WARN).getLast()).contains("within 7 days");
        clock.move(Duration.ofDays(7));
        server().run();
        assertThat(said(Level.WARN)).hasSize(2);
        assertThat(said(Level.ERROR)).hasSize(1);
    }
}

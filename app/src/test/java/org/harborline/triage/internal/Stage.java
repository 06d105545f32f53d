// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.RelatedReport;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.Journal;
import org.harborline.linking.facts.LinkWithdrawn;
import org.harborline.linking.facts.ReportsLinked;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Code;
import org.harborline.platform.Permission;
import org.harborline.platform.Transactions;
import org.harborline.platform.outbound.Mail;
import org.harborline.platform.outbound.Undelivered;
import org.harborline.platform.outbound.WebhookAnswer;
import org.harborline.platform.outbound.Webhooks;
import org.harborline.platform.testing.Eventually;
import org.harborline.triage.LowerPriority;
import org.harborline.triage.LoweringReason;
import org.harborline.triage.Priority;
import org.harborline.triage.ReportStanding;
import org.harborline.triage.Worklists;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// What tests of triage stand on: invented reports in place of intake, people, time.
@TestConfiguration
class Stage {

    private static final AtomicLong NUMBERS = new AtomicLong(5_000_000);

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    @Primary
    InventedReports inventedReports() {
        return new InventedReports();
    }

    @Bean
    @Primary
    PostRoom postRoom() {
        return new PostRoom();
    }

    @Bean
    @Primary
    Switchboard switchboard(@Qualifier("org.harborline.platform.outbound.SignedWebhooks") Webhooks real) {
        return new Switchboard(real);
    }

    @Bean
    Director director(Journal journal, Transactions transactions, InventedReports reports, Worklists worklists) {
        return new Director(journal, transactions, reports, worklists);
    }

    static Actor person(String id, Permission... without) {
        var permissions = EnumSet.allOf(Permission.class);
        permissions.removeAll(List.of(without));
        return new Actor(id, ActorKind.STAFF, permissions, null, null);
    }

    /// Runs with the machine's clock, moved on as far as a test wants.
    static final class MovableClock extends Clock {
        private final InstantSource machine = InstantSource.system();
        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        void moveOn(Duration by) {
            ahead.updateAndGet(before -> before.plus(by));
        }

        void comeBack() {
            ahead.set(Duration.ZERO);
        }

        @Override
        public Instant instant() {
            return machine.instant().truncatedTo(ChronoUnit.MICROS).plus(ahead.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /// Stands in for the mail server; keeps what it takes.
    static final class PostRoom implements Mail {
        private final AtomicBoolean open = new AtomicBoolean(true);
        private final AtomicBoolean refusing = new AtomicBoolean();
        private final List<Letter> letters = new CopyOnWriteArrayList<>();

        /// A mail that was taken.
        record Letter(String to, String subject, String text) {}

        /// What went to one address, oldest first.
        List<Letter> to(String address) {
            return letters.stream()
                    .filter(letter -> letter.to().equals(address))
                    .toList();
        }

        void open(boolean isOpen) {
            open.set(isOpen);
        }

        void refuse(boolean isRefusing) {
            refusing.set(isRefusing);
        }

        @Override
        public boolean isSet() {
            return open.get();
        }

        @Override
        public void send(String to, String subject, String text) {
            if (refusing.get()) {
                throw new Undelivered("the mail server did not take the message");
            }
            letters.add(new Letter(to, subject, text));
        }
    }

    /// Stands in for the way to webhooks; one host is listed until a test says otherwise, and calls
    /// there go nowhere. Calls to this machine are made.
    static final class Switchboard implements Webhooks {
        static final String LISTED = "hook.example";
        private final Webhooks real;
        private final AtomicBoolean open = new AtomicBoolean(true);

        Switchboard(Webhooks real) {
            this.real = real;
        }

        void open(boolean isOpen) {
            open.set(isOpen);
        }

        @Override
        public boolean accepts(URI to) {
            return open.get() && (isListed(to) || real.accepts(to));
        }

        private static boolean isListed(URI to) {
            return "https".equals(to.getScheme()) && LISTED.equals(to.getHost());
        }

        @Override
        public WebhookAnswer call(Message message) {
            return isListed(message.to()) ? new WebhookAnswer(WebhookAnswer.Outcome.ANSWERED, 204) : real.call(message);
        }
    }

    /// Stands in for intake: triage reads received reports from here.
    static final class InventedReports implements Reports {
        private final Map<ReportNumber, ReceivedReport> received = new ConcurrentHashMap<>();

        @Override
        public Optional<Report> find(Actor actor, ReportNumber number) {
            return Optional.empty();
        }

        @Override
        public List<RelatedReport> related(Actor actor, ReportNumber number) {
            return List.of();
        }

        @Override
        public Map<ReportNumber, Report> findAll(Actor actor, Collection<ReportNumber> numbers) {
            return Map.of();
        }

        @Override
        public Map<ReportNumber, ReceivedReport> open(Actor actor, Collection<ReportNumber> numbers) {
            return numbers.stream()
                    .filter(received::containsKey)
                    .collect(Collectors.toMap(number -> number, received::get));
        }
    }

    /// Lets things happen to reports and waits until triage has taken them up.
    static final class Director {
        private static final Actor OUTSIDE = Actor.system("director");

        private final Journal journal;
        private final Transactions transactions;
        private final InventedReports reports;
        private final Worklists worklists;

        Director(Journal journal, Transactions transactions, InventedReports reports, Worklists worklists) {
            this.journal = journal;
            this.transactions = transactions;
            this.reports = reports;
            this.worklists = worklists;
        }

        Invented invent() {
            return new Invented(NUMBERS.incrementAndGet());
        }

        ReportNumber file(Invented report) {
            reports.received.put(report.number, report.received());
            happens(report.filed());
            return report.number;
        }

        ReportNumber file() {
            return file(invent());
        }

        void link(ReportNumber newer, ReportNumber older) {
            happens(new ReportsLinked(newer, older, Code.of("email.exact"), 1, false));
        }

        void alert(ReportNumber newer, ReportNumber older) {
            happens(new ReportsLinked(newer, older, Code.of("email.exact"), 1, true));
        }

        void unlink(ReportNumber newer, ReportNumber older) {
            happens(new LinkWithdrawn(newer, older, LinkWithdrawn.CUT));
        }

        /// What somebody asks for who has the report as it stands before them.
        LowerPriority lowering(ReportNumber report, Priority to, LoweringReason reason) {
            return new LowerPriority(
                    report, to, reason, Set.copyOf(standing(report).reasons()));
        }

        void happens(Fact fact) {
            transactions.run(() -> journal.record(OUTSIDE, fact));
            settle();
        }

        /// Waits until nothing is left to take up.
        void settle() {
            Eventually.holds(
                    () -> assertThat(journal.backlog(OUTSIDE).isEmpty()).isTrue());
        }

        ReportStanding standing(ReportNumber report) {
            return worklists.find(OUTSIDE, report).orElseThrow();
        }

        Set<String> reasons(ReportNumber report) {
            return standing(report).reasons().stream().map(Code::value).collect(Collectors.toSet());
        }

        List<Entry> facts(ReportNumber report, String type) {
            return journal.of(OUTSIDE, report.asRecord(), 0, 200).stream()
                    .filter(entry -> entry.type().equals(type))
                    .toList();
        }
    }
}

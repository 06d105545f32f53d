// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.journal.Journal;
import org.harborline.journal.ledgers.Ledger;
import org.harborline.linking.Links;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Code;
import org.harborline.platform.Keyset;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.platform.Sql;
import org.harborline.platform.Transactions;
import org.harborline.platform.testing.Eventually;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.OpenReferral;
import org.harborline.referral.Opening;
import org.harborline.referral.Referrals;
import org.harborline.referral.internal.InventedReports.Told;
import org.harborline.registry.AgencyId;
import org.harborline.registry.Organisations;
import org.harborline.triage.Designation;
import org.harborline.triage.facts.ReportDesignated;
import org.harborline.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/// Invented reports, the sample registry, the real journal, links and jobs.
@SpringBootTest
@AutoConfigureMockMvc
@Import(ReferralCase.Reported.class)
abstract class ReferralCase {

    static final Actor SYSTEM = Actor.system("referral-tests");
    static final Actor ANALYST = analyst("analyst-1");
    static final Actor SECOND = analyst("analyst-2");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    /// Keeps what the module's follower was handed, for handing it over again.
    static final class Tap implements Follower {
        private final ReferralFollower follower;
        final List<Followed> seen = new CopyOnWriteArrayList<>();

        Tap(ReferralFollower follower) {
            this.follower = follower;
        }

        @Override
        public String name() {
            return "referral-tap";
        }

        @Override
        public Set<Class<? extends Fact>> follows() {
            return follower.follows();
        }

        @Override
        public Changes prepare(List<Followed> batch) {
            return _ -> seen.addAll(batch);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Reported {
        @Bean
        Tap tap(ReferralFollower follower) {
            return new Tap(follower);
        }

        @Bean
        @Primary
        InventedReports inventedReports(Journal journal, Transactions transactions, Vault vault) {
            return new InventedReports(journal, transactions, vault);
        }
    }

    @Autowired
    InventedReports reports;

    @Autowired
    Referrals referrals;

    @Autowired
    Organisations organisations;

    @Autowired
    Links links;

    @Autowired
    Journal journal;

    @Autowired
    Transactions transactions;

    @Autowired
    Keyset keyset;

    @Autowired
    List<Ledger> ledgers;

    @Autowired
    ReferralFollower follower;

    @Autowired
    Tap tap;

    @Autowired
    Delivering delivering;

    @Autowired
    Sql sql;

    AgencyId oregon;
    AgencyId sanDiego;

    @BeforeEach
    void agencies() {
        oregon = organisations.findAgency(SYSTEM, "us-or").orElseThrow().id();
        sanDiego = organisations
                .findAgency(SYSTEM, "us-ca-san-diego")
                .orElseThrow()
                .id();
    }

    ReportNumber actionable(Told told) {
        ReportNumber report = reports.file(told);
        designate(report);
        return report;
    }

    void designate(ReportNumber report) {
        tell(new ReportDesignated(report, Designation.ACTIONABLE, Code.of("lead")));
    }

    void tell(Fact fact) {
        transactions.run(() -> journal.record(SYSTEM, fact));
        settle();
    }

    void refer(ReportNumber report, AgencyId agency) {
        assertThat(referrals.open(ANALYST, new OpenReferral(report, List.of(agency))))
                .isInstanceOf(Opening.Opened.class);
    }

    Delivery awaiting(ReportNumber report, DeliveryState state) {
        Eventually.holds(() -> assertThat(referrals.ofReport(ANALYST, report))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.state()).isEqualTo(state)));
        return referrals.ofReport(ANALYST, report).getFirst();
    }

    void settle() {
        Eventually.holds(() -> {
            long position = journal.position();
            assertThat(journal.backlog(SYSTEM).unordered()).isZero();
            assertThat(journal.backlog(SYSTEM).cursors())
                    .containsKeys("linking", "referral", "referral-tap")
                    .allSatisfy((_, cursor) -> assertThat(cursor).isEqualTo(position));
            // a follower may have recorded a consequence while the cursors were read
            assertThat(journal.backlog(SYSTEM).unordered()).isZero();
            assertThat(journal.position()).isEqualTo(position);
        });
    }

    /// Until everything that follows from what happened was made, sent and taken up: what is counted then is all there
    /// is.
    void quiet() {
        Eventually.holds(() -> {
            long position = journal.position();
            assertThat(dueWork()).isEmpty();
            assertThat(journal.backlog(SYSTEM).unordered()).isZero();
            assertThat(journal.backlog(SYSTEM).cursors())
                    .containsKeys("linking", "referral", "referral-tap")
                    .allSatisfy((_, cursor) -> assertThat(cursor).isEqualTo(position));
            assertThat(dueWork()).isEmpty();
            assertThat(journal.backlog(SYSTEM).unordered()).isZero();
            assertThat(journal.position()).isEqualTo(position);
        });
    }

    /// Jobs of the module that run or are to run now, and looks that follow one that was under way within a second.
    List<String> dueWork() {
        return sql.of("""
                SELECT task_name || ' ' || task_instance
                  FROM job.scheduled_tasks
                 WHERE task_name LIKE 'referral.%'
                   AND (picked
                     OR execution_time <= now()
                     OR strpos(task_instance, :once_more) > 0 AND execution_time <= now() + interval '2 seconds')
                """)
                .param("once_more", DeliveryJobs.ONCE_MORE)
                .query(String.class)
                .list();
    }

    /// Lets nothing be sent to an agency, or lets it again.
    void closeOregon(boolean closed) {
        assertThat(sql.of("""
                UPDATE registry.agency
                   SET effective_until = CASE WHEN :closed THEN effective_from + 1 END
                 WHERE agency_id = :id
                """)
                        .param("closed", closed)
                        .param("id", oregon.value())
                        .update())
                .isOne();
    }

    /// Deliveries of a report to an agency with their kinds and states, oldest first.
    List<String> told(ReportNumber report, AgencyId agency) {
        return referrals.ofReport(ANALYST, report).stream()
                .filter(one -> one.agency().equals(agency))
                .map(one -> one.kind() + " " + one.state())
                .toList();
    }

    List<String> types(ReportNumber report) {
        return journal.of(SYSTEM, report.asRecord(), 0, 100).stream()
                .map(Entry::type)
                .toList();
    }

    List<String> bodies(ReportNumber report, String type) {
        return journal.of(SYSTEM, report.asRecord(), 0, 100).stream()
                .filter(entry -> entry.type().equals(type))
                .map(Entry::body)
                .toList();
    }

    static void absent(Runnable call) {
        refused(PlatformProblem.NOT_FOUND, call);
    }

    static void refused(Object type, Runnable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call::run)
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(type));
    }

    static String person() {
        return "person.number" + PEOPLE.incrementAndGet()
                + UUID.randomUUID().toString().substring(0, 8) + "@mail.example";
    }

    static Actor analyst(String id) {
        return new Actor(
                id,
                ActorKind.STAFF,
                EnumSet.of(Permission.REPORT_READ, Permission.REPORT_REVEAL, Permission.REFER, Permission.LINK_CUT),
                null,
                Purpose.REFERRAL);
    }

    static Actor officer(AgencyId agency) {
        return new Actor(
                "officer-" + agency.toString().substring(30),
                ActorKind.AGENCY,
                EnumSet.of(Permission.PACKAGE_READ, Permission.PACKAGE_ANSWER),
                agency.ref(),
                null);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.harborline.intake.IncidentType;
import org.harborline.intake.MovableClock;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Fact;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.Transactions;
import org.harborline.platform.testing.Eventually;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.PackageKind;
import org.harborline.referral.facts.PackageDelivered;
import org.harborline.registry.AgencyId;
import org.harborline.registry.Organisations;
import org.harborline.registry.ProviderId;
import org.harborline.registry.RegisterProvider;
import org.harborline.triage.facts.ReportTaken;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// What tests of notices stand on: time, providers, and facts that happen.
@TestConfiguration
class Stage {

    static final Actor OUTSIDE = Actor.system("director");

    private static final AtomicLong NUMBERS = new AtomicLong(7_000_000);

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    Director director(Journal journal, Transactions transactions, Organisations organisations, MovableClock clock) {
        return new Director(journal, transactions, organisations, clock);
    }

    static Actor staff(Permission... permissions) {
        return new Actor("notices-staff", ActorKind.STAFF, Set.of(permissions), null, null);
    }

    static Actor of(ProviderId provider) {
        return new Actor(
                UUID.randomUUID().toString(),
                ActorKind.PROVIDER,
                EnumSet.of(
                        Permission.FILING_READ,
                        Permission.REPORT_FILE,
                        Permission.COMPANY_READ,
                        Permission.COMPANY_KEEP),
                provider.ref(),
                null);
    }

    /// Lets things happen and waits until they are taken up.
    record Director(Journal journal, Transactions transactions, Organisations organisations, MovableClock clock) {

        ProviderId company() {
            return organisations.registerProvider(
                    OUTSIDE, new RegisterProvider("told-" + UUID.randomUUID(), "Told", List.of()));
        }

        ReportNumber file(ProviderId provider) {
            var report = new ReportNumber(NUMBERS.incrementAndGet());
            happens(new ReportFiled(
                    report, provider.value(), IncidentType.MISLEADING_WORDS, false, false, clock.instant()));
            return report;
        }

        void read(ReportNumber report) {
            happens(new ReportTaken(report, clock.instant().plusSeconds(1800)));
        }

        void deliver(ReportNumber report) {
            Instant now = clock.instant();
            happens(new PackageDelivered(
                    new DeliveryId(Ids.next()),
                    report,
                    new AgencyId(Ids.next()),
                    PackageKind.REFERRAL,
                    null,
                    List.of(),
                    List.of(),
                    now,
                    1,
                    1,
                    null));
        }

        void happens(Fact fact) {
            transactions.run(() -> journal.record(OUTSIDE, fact));
            settle();
        }

        void settle() {
            Eventually.holds(
                    () -> assertThat(journal.backlog(OUTSIDE).isEmpty()).isTrue());
        }
    }
}

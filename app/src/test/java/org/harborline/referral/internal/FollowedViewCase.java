// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.linking.facts.ReportsLinked;
import org.harborline.platform.Code;
import org.harborline.platform.Sql;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.PackageKind;
import org.harborline.referral.facts.PackageDelivered;
import org.harborline.registry.AgencyId;
import org.harborline.triage.Designation;
import org.harborline.triage.Priority;
import org.harborline.triage.SafeguardingOutcome;
import org.harborline.triage.facts.ReportDesignated;
import org.harborline.triage.facts.ReportPrioritised;

/// The view alone, over facts that are told to it one by one.
abstract class FollowedViewCase {

    static final ReportNumber FIRST = new ReportNumber(1);
    static final ReportNumber LATER = new ReportNumber(2);
    static final AgencyId AGENCY = new AgencyId(new UUID(0, 1));
    static final DeliveryId REFERRAL = new DeliveryId(new UUID(0, 10));
    static final DeliveryId SUPPLEMENT = new DeliveryId(new UUID(0, 11));
    static final DeliveryId CORRECTION = new DeliveryId(new UUID(0, 12));
    static final Instant AT = Instant.parse("2026-03-02T10:14:00Z");

    final FollowedView view = new FollowedView(new NothingKept());
    long position;
    SafeguardingOutcome printed;
    List<UUID> findings = List.of();

    final void link() {
        tell(new ReportsLinked(LATER, FIRST, Code.of("email.exact"), 1, false));
    }

    final void prioritised(ReportNumber report, Priority priority) {
        tell(new ReportPrioritised(report, priority, true, 1, List.of(Code.of("no-rule-matched"))));
    }

    final void delivered(
            DeliveryId id, ReportNumber report, PackageKind kind, ReportNumber concerns, List<ReportNumber> linked) {
        tell(new PackageDelivered(
                id, report, AGENCY, kind, concerns, linked, findings, AT, position, position, printed));
    }

    /// A package arrives that was decided and made earlier than now.
    final void late(PackageKind kind, long chosenAt, long madeAt) {
        late(REFERRAL, kind, chosenAt, madeAt);
    }

    final void late(DeliveryId id, PackageKind kind, long chosenAt, long madeAt) {
        tell(new PackageDelivered(
                id,
                FIRST,
                AGENCY,
                kind,
                kind == PackageKind.REFERRAL ? null : LATER,
                List.of(),
                findings,
                AT,
                chosenAt,
                madeAt,
                printed));
    }

    final void designated(Designation designation) {
        tell(new ReportDesignated(FIRST, designation, Code.of("lead")));
    }

    final void tell(Fact fact) {
        var entry = new Entry(++position, "test", 1, fact.subject(), "test", null, null, null, AT, "{}");
        view.take(new Follower.Followed(entry, fact));
    }

    /// Tables of an installation that has seen nothing yet.
    private static final class NothingKept extends StandingTable {
        NothingKept() {
            super((Sql) null);
        }

        @Override
        List<Standing> standings(Collection<ReportNumber> reports) {
            return List.of();
        }

        @Override
        List<KnownLink> links(Collection<ReportNumber> reports) {
            return List.of();
        }

        @Override
        List<Holding> holdings(Collection<ReportNumber> reports) {
            return List.of();
        }
    }
}

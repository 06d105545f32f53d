// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportSource;
import org.harborline.intake.ReportState;
import org.harborline.intake.Reports;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.springframework.stereotype.Component;

/// Who may ask about which report, and whom. Only a company can be asked: who reported as a member of the public is
/// written to by other ways.
@Component
class Asking {

    private static final Actor SELF = Actor.system("notices");

    private final Reports reports;
    private final HoldingTable holdings;

    Asking(Reports reports, HoldingTable holdings) {
        this.reports = reports;
        this.holdings = holdings;
    }

    /// The company that is asked; empty when this actor may not ask about the report.
    Optional<UUID> whom(Actor actor, Viewer viewer, ReportNumber report) {
        if (!may(actor, viewer, report)) {
            return Optional.empty();
        }
        return Optional.ofNullable(reports.findAll(SELF, List.of(report)).get(report))
                .filter(one -> one.state() == ReportState.FINISHED && one.source() == ReportSource.PROVIDER)
                .map(Report::provider);
    }

    private boolean may(Actor actor, Viewer viewer, ReportNumber report) {
        UUID party = viewer.party();
        return switch (viewer.side()) {
            case STAFF -> actor.may(Permission.REFER);
            case AGENCY -> party != null && actor.may(Permission.PACKAGE_ANSWER) && holdings.has(party, report);
            case PROVIDER -> false;
        };
    }
}

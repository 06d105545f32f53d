// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.completeness.Completeness;
import org.harborline.platform.Actor;

/// A company's own reports, for the people of its portal. Everything needs
/// [org.harborline.platform.Permission#COMPANY_READ]; reports of others do not exist. What becomes of a report inside
/// is
/// never said here.
public interface OwnReports {

    /// The newest reports first, whatever became of them.
    ///
    /// @param before the last number already shown
    List<Report> list(Actor actor, Optional<ReportNumber> before, int limit);

    /// One report; empty when it is not the company's.
    Optional<Report> find(Actor actor, ReportNumber number);

    /// How complete a report was when it was accepted; empty when it is not the company's.
    Optional<Completeness> completeness(Actor actor, ReportNumber number);

    /// How complete a document would be if it was filed now; empty when it would be refused. Nothing is kept.
    Optional<Completeness> completeness(Actor actor, SentDocument document);

    /// Reports that were opened and are not finished, the oldest first.
    List<Unfinished> unfinished(Actor actor, int limit);

    /// Files a report that a person wrote, in one step. Needs
    /// [org.harborline.platform.Permission#REPORT_FILE]. The same token a second time answers what
    /// came of the first, also when both arrive at once.
    ///
    /// @param token made when the form was checked
    FilingAnswer file(Actor actor, UUID token, SentDocument document);

    /// A report that waits for its sender.
    ///
    /// @param expiresAt when it is gone unless it is finished
    record Unfinished(ReportNumber number, boolean escalated, Instant openedAt, Instant expiresAt) {}
}

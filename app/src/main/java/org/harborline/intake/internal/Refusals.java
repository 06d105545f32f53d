// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.harborline.intake.RefusedEscalation;
import org.harborline.intake.ReportState;
import org.harborline.intake.facts.EscalationRefused;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// Keeps escalations that did not become filed reports from going unheard: listed for the duty officer, and told to the
/// provider's contact by a job that is enqueued with the row.
@Component
class Refusals {

    private static final Duration ALIKE_WITHIN = Duration.ofMinutes(10);

    private final RefusalTable table;
    private final Writing writing;
    private final SchedulerClient jobs;

    Refusals(RefusalTable table, Writing writing, @Lazy SchedulerClient jobs) {
        this.table = table;
        this.writing = writing;
        this.jobs = jobs;
    }

    /// A document was refused. A sender that tries again and again within some minutes makes one row and one mail.
    void refused(Actor actor, UUID provider, String providerName, RefusedEscalation.Reason reason) {
        Instant now = writing.clock().instant();
        var refused = new RefusedEscalation(
                Ids.next(), provider, providerName, Requests.current(), null, reason, now, 1, null, null);
        writing.transactions().run(() -> {
            if (!table.repeat(refused, now.minus(ALIKE_WITHIN))) {
                keep(refused);
                writing.journal().record(actor, new EscalationRefused(refused.id(), provider, reason));
            }
        });
    }

    /// An open report expired; in the transaction that ends it.
    void expired(ReportTable.Ended report, Instant now) {
        keep(new RefusedEscalation(
                Ids.next(),
                report.provider(),
                report.providerName(),
                report.requestId(),
                report.number(),
                RefusedEscalation.Reason.EXPIRED,
                now,
                1,
                null,
                null));
    }

    /// A report has been open for long; in the transaction that notes so.
    void unfinished(ReportTable.Late report, Instant now) {
        keep(new RefusedEscalation(
                Ids.next(),
                report.provider(),
                report.providerName(),
                report.requestId(),
                report.number(),
                RefusedEscalation.Reason.UNFINISHED,
                now,
                1,
                null,
                new RefusedEscalation.Unfinished(ReportState.OPEN, report.expiresAt(), null)));
    }

    private void keep(RefusedEscalation refused) {
        table.insert(refused);
        jobs.scheduleIfNotExists(
                TellProvider.TASK.instance(refused.id().toString()).scheduledTo(refused.refusedAt()));
    }
}

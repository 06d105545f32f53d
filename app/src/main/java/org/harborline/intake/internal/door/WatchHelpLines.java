// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.door;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.harborline.intake.HelpLine;
import org.harborline.platform.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Raises the alarm when numbers that people in need are shown were not reviewed in time: an error in the log
/// when it begins and on each day on which it stands, a line when it ends, and a warning 30 and 7 days ahead.
/// Countries and days stand in it, and no name or number.
///
/// A line is written in the transaction that notes the day: a server that dies before its end writes that line
/// again, and after it nobody does.
@Component
class WatchHelpLines {

    static final List<Integer> AHEAD = List.of(30, 7);

    private static final Logger LOG = LoggerFactory.getLogger(WatchHelpLines.class);
    /// As many as are named; the page shows the others.
    private static final int NAMED = 20;

    private final HelpLineTable lines;
    private final Transactions transactions;
    private final Clock clock;

    WatchHelpLines(HelpLineTable lines, Transactions transactions, Clock clock) {
        this.lines = lines;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Looks once.
    void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        transactions.run(() -> {
            HelpLineTable.Watched before = lines.lockWatch(today);
            List<HelpLine> overdue = lines.overdue(today);
            alarm(overdue, before, today);
            if (today.isAfter(before.day())) {
                AHEAD.forEach(days -> warn(days, before.day(), today));
            }
            lines.watched(today, overdue.size());
        });
    }

    private static void alarm(List<HelpLine> overdue, HelpLineTable.Watched before, LocalDate today) {
        boolean grew = overdue.size() > before.overdue();
        boolean stands = !overdue.isEmpty() && today.isAfter(before.day());
        if (grew || stands) {
            LOG.error(
                    "alarm: {} help lines were not reviewed in time ({}); until they are, people there are shown"
                            + " emergency numbers and what else was reviewed. See /operator/help-lines",
                    overdue.size(),
                    named(overdue));
        } else if (overdue.isEmpty() && before.overdue() > 0) {
            LOG.info("end of alarm: all help lines are reviewed again");
        }
    }

    /// What came within reach of a warning since the day that was looked at before, so that a server that stood
    /// still leaves none out.
    private void warn(int days, LocalDate from, LocalDate to) {
        List<HelpLine> soon = lines.list(null).stream()
                .filter(line -> line.reviewDue().isAfter(from.plusDays(days))
                        && !line.reviewDue().isAfter(to.plusDays(days))
                        && !line.expiredOn(to))
                .toList();
        if (!soon.isEmpty()) {
            LOG.warn(
                    "{} help lines are to be reviewed within {} days ({}). See /operator/help-lines",
                    soon.size(),
                    days,
                    named(soon));
        }
    }

    private static String named(List<HelpLine> lines) {
        return lines.stream()
                .map(line -> line.country() + " " + line.reviewDue())
                .distinct()
                .limit(NAMED)
                .collect(Collectors.joining(", "));
    }
}

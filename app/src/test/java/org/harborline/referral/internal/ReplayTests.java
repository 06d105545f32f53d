// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.internal.InventedReports.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The module's follower is handed again what it was handed before.
class ReplayTests extends ReferralCase {

    private static final Follower.Recorded NOTHING = new Follower.Recorded() {
        @Override
        public <F extends Fact> List<F> of(Entry cause, Class<F> type) {
            return List.of();
        }
    };

    private static final Follower.Consequences REBUILDING = new Follower.Consequences() {
        @Override
        public void record(Entry cause, Fact fact) {}

        @Override
        public boolean replaying() {
            return true;
        }
    };

    @BeforeEach
    void aReferralWithASupplement() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        awaiting(first, DeliveryState.AWAITING);
        ReportNumber later = reports.file(Told.in("OR", email).urgent());
        awaiting(later, DeliveryState.AWAITING);
        quiet();
    }

    @Test
    void aRebuildMakesTheSameTablesAndStartsNothing() {
        String before = derived();

        List<String> started = transactions.write(() -> {
            List<String> jobs = jobs();
            empty();
            follower.replay(tap.seen, NOTHING).apply(REBUILDING);
            List<String> after = jobs();
            after.removeAll(jobs);
            return after;
        });

        assertThat(started).isEmpty();
        assertThat(derived()).isEqualTo(before);
    }

    @Test
    void whatIsHandedOverTwiceIsAskedForTwiceAndSentOnce() {
        String before = derived();
        List<String> deliveries = deliveries();

        List<String> started = transactions.write(() -> {
            List<String> jobs = jobs();
            empty();
            follower.prepare(tap.seen).apply((_, _) -> {});
            List<String> after = jobs();
            after.removeAll(jobs);
            return after;
        });
        quiet();

        assertThat(started).anyMatch(job -> job.startsWith(DeliveryJobs.SUPPLEMENT.getTaskName()));
        assertThat(derived()).isEqualTo(before);
        assertThat(deliveries()).isEqualTo(deliveries);
    }

    private void empty() {
        assertThat(sql.of("DELETE FROM referral.holding").update()).isPositive();
        assertThat(sql.of("DELETE FROM referral.link").update()).isPositive();
        assertThat(sql.of("DELETE FROM referral.standing").update()).isPositive();
    }

    private List<String> jobs() {
        return sql.of("""
                SELECT task_name || ' ' || task_instance
                  FROM job.scheduled_tasks
                 WHERE task_name LIKE 'referral.%'
                """).query(String.class).list();
    }

    private List<String> deliveries() {
        return sql.of("SELECT delivery_id || ' ' || kind FROM referral.delivery ORDER BY delivery_id")
                .query(String.class)
                .list();
    }

    private String derived() {
        return String.join("\n", sql.of("""
                SELECT line
                  FROM (SELECT CAST(s AS text) AS line FROM referral.standing s
                        UNION ALL
                        SELECT CAST(l AS text) FROM referral.link l
                        UNION ALL
                        SELECT CAST(h AS text) FROM referral.holding h) AS all_lines
                 ORDER BY line
                """).query(String.class).list());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.harborline.journal.Alarms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// A line in the log when a follower begins to stand still or a law of conservation to be broken and when that ends,
/// and a number of each.
@Component
class AlarmLog {

    static final String WAITING = "harborline.journal.oldest.waiting";
    static final String BROKEN = "harborline.journal.laws.broken";

    private static final Logger LOG = LoggerFactory.getLogger(AlarmLog.class);

    private final Watch watch;
    private volatile Alarms last = Alarms.NONE;

    AlarmLog(Watch watch, MeterRegistry metrics) {
        this.watch = watch;
        Gauge.builder(WAITING, this, log -> log.last.longest().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("Age of the oldest fact that a follower has not taken up yet")
                .register(metrics);
        Gauge.builder(BROKEN, this, log -> log.last.brokenLaws().size())
                .description("Laws of conservation that two successive looks found broken")
                .register(metrics);
    }

    /// Looks once.
    synchronized void look() {
        Alarms now = watch.look();
        standing(now);
        broken(now);
        last = now;
    }

    private void standing(Alarms now) {
        now.standing().forEach((follower, age) -> {
            if (!last.standing().containsKey(follower)) {
                LOG.error(
                        "alarm: {} has left a fact waiting for {} s; it stands still, and no report goes on through it."
                                + " See docs/operations/incident.md",
                        follower,
                        age.toSeconds());
            }
        });
        last.standing().keySet().stream()
                .filter(follower -> !now.standing().containsKey(follower))
                .forEach(follower -> LOG.info("end of alarm: {} goes on", follower));
    }

    private void broken(Alarms now) {
        now.brokenLaws().forEach((law, astray) -> {
            if (!last.brokenLaws().containsKey(law)) {
                LOG.error(
                        "alarm: the law of {} is broken ({}): a record is nowhere or twice. See"
                                + " docs/operations/incident.md",
                        law,
                        String.join(", ", astray));
            }
        });
        last.brokenLaws().keySet().stream()
                .filter(law -> !now.brokenLaws().containsKey(law))
                .forEach(law -> LOG.info("end of alarm: the law of {} holds again", law));
    }
}

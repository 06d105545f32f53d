// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.util.List;
import java.util.UUID;
import org.harborline.intake.RefusedEscalation;
import org.harborline.intake.RefusedEscalations;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Traces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The duty officer's list. What is due at the moment of reading is taken up first, so that an escalation is on the
/// list from the moment it expires or is unfinished for too long, however late the jobs that look for such are.
@Component
class RefusedList implements RefusedEscalations {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedList.class);
    private static final int MOST = 200;

    private final RefusalTable table;
    private final ExpireReports expire;
    private final WarnOfUnfinished warn;

    RefusedList(RefusalTable table, ExpireReports expire, WarnOfUnfinished warn) {
        this.table = table;
        this.expire = expire;
        this.warn = warn;
    }

    @Override
    public List<RefusedEscalation> list(Actor actor, @Nullable UUID after, int limit) {
        actor.require(Permission.PAGE_ACKNOWLEDGE);
        if (after == null) {
            takeUp();
        }
        return table.list(after, Math.clamp(limit, 1, MOST));
    }

    /// The officer reads what is known also when this fails; the jobs try again.
    private void takeUp() {
        try {
            expire.escalated();
            warn.run();
        } catch (RuntimeException failure) {
            LOG.error("escalations that are due could not be listed: {}", Traces.of(failure));
        }
    }
}

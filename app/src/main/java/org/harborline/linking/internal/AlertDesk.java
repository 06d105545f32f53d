// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.List;
import org.harborline.linking.Alert;
import org.harborline.linking.AlertRemark;
import org.harborline.linking.Alerts;
import org.harborline.linking.ReportPair;
import org.harborline.linking.facts.AlertLookedAt;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows alerts to the few who may see them, and keeps what they say.
@Component
class AlertDesk implements Alerts {

    private static final int LARGEST_PAGE = 100;

    private final AlertTable alerts;
    private final LinkDesk.Decisions decisions;

    AlertDesk(AlertTable alerts, LinkDesk.Decisions decisions) {
        this.alerts = alerts;
        this.decisions = decisions;
    }

    @Override
    public List<Alert> list(Actor actor, boolean waiting, @Nullable ReportPair after, int limit) {
        actor.require(Permission.CROSS_ROLE_READ);
        return alerts.list(waiting, after, Math.clamp(limit, 1, LARGEST_PAGE));
    }

    @Override
    public void look(Actor actor, ReportPair pair, AlertRemark remark) {
        actor.require(Permission.CROSS_ROLE_READ);
        decisions.transactions().run(() -> {
            if (!alerts.stands(pair)) {
                throw new ProblemException(PlatformProblem.NOT_FOUND);
            }
            alerts.look(pair, remark, actor.id(), decisions.clock().instant());
            decisions.journal().record(actor, new AlertLookedAt(pair.newer(), pair.older(), remark.code()));
        });
    }
}

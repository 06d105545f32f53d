// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.List;
import java.util.UUID;
import org.harborline.linking.GrowthAlarm;
import org.harborline.linking.GrowthAlarms;
import org.harborline.linking.facts.GrowthLookedAt;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows which clusters grew to whoever may cut links.
@Component
class GrowthDesk implements GrowthAlarms {

    private static final int LARGEST_PAGE = 100;

    private final GrowthTable growth;
    private final LinkDesk.Decisions decisions;

    GrowthDesk(GrowthTable growth, LinkDesk.Decisions decisions) {
        this.growth = growth;
        this.decisions = decisions;
    }

    @Override
    public List<GrowthAlarm> list(Actor actor, boolean waiting, @Nullable UUID after, int limit) {
        actor.require(Permission.LINK_CUT);
        return growth.list(waiting, after, Math.clamp(limit, 1, LARGEST_PAGE));
    }

    @Override
    public void look(Actor actor, UUID alarm) {
        actor.require(Permission.LINK_CUT);
        decisions.transactions().run(() -> {
            if (!growth.exists(alarm)) {
                throw new ProblemException(PlatformProblem.NOT_FOUND);
            }
            growth.look(alarm, actor.id(), decisions.clock().instant())
                    .ifPresent(report -> decisions.journal().record(actor, new GrowthLookedAt(alarm, report)));
        });
    }
}

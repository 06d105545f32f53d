// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.referral.UnreferredReports;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Who may see which reports are with nobody: staff who refer.
@Service
class UnreferredDesk implements UnreferredReports {

    private static final int LARGEST_PAGE = 100;

    private final UnreferredTable table;

    UnreferredDesk(UnreferredTable table) {
        this.table = table;
    }

    @Override
    public List<ReportNumber> list(Actor actor, @Nullable ReportNumber after, int limit) {
        require(actor);
        return table.page(after, Math.clamp(limit, 1, LARGEST_PAGE));
    }

    @Override
    public long count(Actor actor) {
        require(actor);
        return table.count(MANY);
    }

    private static void require(Actor actor) {
        if (actor.kind() != ActorKind.STAFF && actor.kind() != ActorKind.SYSTEM) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        actor.require(Permission.REFER);
    }
}

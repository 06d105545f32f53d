// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.harborline.linking.ContradictionKind;
import org.harborline.linking.Contradictions;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.springframework.stereotype.Component;

/// Answers what speaks against links.
@Component
class ContradictionDesk implements Contradictions {

    private final ContradictionTable contradictions;

    ContradictionDesk(ContradictionTable contradictions) {
        this.contradictions = contradictions;
    }

    @Override
    public Map<ReportPair, List<ContradictionKind>> between(Actor actor, Collection<ReportPair> pairs) {
        actor.require(Permission.REPORT_READ);
        return pairs.isEmpty() ? Map.of() : contradictions.between(pairs);
    }
}

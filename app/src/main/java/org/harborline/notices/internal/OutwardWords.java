// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.outward.OutwardCodes;
import org.harborline.notices.OutwardStates;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.springframework.stereotype.Component;

/// Says at the interface for senders how far their reports are.
@Component
class OutwardWords implements OutwardCodes {

    private final OutwardStates states;

    OutwardWords(OutwardStates states) {
        this.states = states;
    }

    @Override
    public Map<ReportNumber, Code> of(Actor actor, Collection<ReportNumber> reports) {
        return states.of(actor, reports).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, one -> one.getValue().state().code()));
    }
}

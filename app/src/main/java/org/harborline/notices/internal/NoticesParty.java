// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.util.Optional;
import org.harborline.platform.ProblemType;
import org.harborline.platform.RecordRef;
import org.harborline.vault.ErasureParty;
import org.springframework.stereotype.Component;

/// Keeps the words of questions about a report, and has nothing against that they go with it.
@Component
class NoticesParty implements ErasureParty {

    @Override
    public String module() {
        return NoticesFollower.NAME;
    }

    @Override
    public Optional<ProblemType> objection(RecordRef record) {
        return Optional.empty();
    }
}

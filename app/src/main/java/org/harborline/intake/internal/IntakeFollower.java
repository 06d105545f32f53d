// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.util.List;
import java.util.Set;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.vault.facts.ErasureConfirmed;
import org.harborline.vault.facts.RecordErased;
import org.springframework.stereotype.Component;

/// Drops the sealed texts of erased reports. What remains is the row that its sender asks about: a finished report
/// answers as finished for ever.
@Component
class IntakeFollower implements Follower {

    static final String NAME = "intake";

    private final ReceivedTable received;

    IntakeFollower(ReceivedTable received) {
        this.received = received;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends Fact>> follows() {
        return Set.of(RecordErased.class);
    }

    @Override
    public Changes prepare(List<Followed> batch) {
        return consequences -> batch.forEach(followed -> {
            var erased = (RecordErased) followed.fact();
            received.delete(Long.parseLong(erased.record().id()));
            consequences.record(followed.entry(), ErasureConfirmed.of(erased, NAME));
        });
    }
}

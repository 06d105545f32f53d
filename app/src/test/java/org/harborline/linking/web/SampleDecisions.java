// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.harborline.linking.Decided;
import org.harborline.linking.LinkDecisions;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Import;

/// What was decided about a link, and what pages asked for.
@Import(SampleSuggestions.class)
final class SampleDecisions implements LinkDecisions {

    private static final Instant AT = Instant.parse("2026-03-02T10:14:00Z");

    final List<String> asked = new ArrayList<>();

    Decided.@Nullable Confirmation confirmation;

    Decided.@Nullable Expiry expiry;

    void forget() {
        asked.clear();
        confirmation = null;
        expiry = null;
    }

    @Override
    public Decided on(Actor actor, ReportPair pair) {
        return new Decided(confirmation, expiry);
    }

    @Override
    public UUID confirm(Actor actor, ReportPair pair) {
        confirmation = new Decided.Confirmation(new UUID(0, 21), "Analyst Seven", AT);
        return confirmation.id();
    }

    @Override
    public void undoConfirmation(Actor actor, UUID id) {
        asked.add("undo " + id);
        confirmation = null;
    }

    @Override
    public UUID expire(Actor actor, ReportPair pair, Instant at) {
        expiry = new Decided.Expiry(new UUID(0, 22), at, "Analyst Eight");
        return expiry.id();
    }

    @Override
    public void liftExpiry(Actor actor, UUID id) {
        asked.add("lift " + id);
        expiry = null;
    }
}

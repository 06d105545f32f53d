// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.time.Instant;
import java.util.Optional;
import org.harborline.linking.Renewal;
import org.harborline.linking.Renewals;
import org.harborline.platform.Actor;

/// Keys that are made anew, halfway.
final class SampleRenewals implements Renewals {

    @Override
    public Optional<Renewal> underway(Actor actor) {
        return Optional.of(new Renewal(Instant.parse("2026-03-02T10:14:00Z"), 43));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.harborline.linking.Cut;
import org.harborline.linking.CutReason;
import org.harborline.linking.FalseLink;
import org.harborline.linking.FalseLinks;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// A cut in force, one that was undone, and so many of an erased report that a page is full.
final class SampleFalseLinks implements FalseLinks {

    private static final Instant SEEN = Instant.parse("2026-03-02T10:14:00Z");
    private static final Code MAILBOX = Code.of("email.provider-canonical");

    @Override
    public List<FalseLink> list(Actor actor, @Nullable UUID after, int limit) {
        return IntStream.range(0, after == null ? limit : 1)
                .mapToObj(i -> new FalseLink(
                        new Cut(new UUID(0, 99 - i), SampleLinks.PAIR, CutReason.RECYCLED, "analyst-7", SEEN),
                        "Analyst 7",
                        i == 0 ? List.of(MAILBOX) : List.of(),
                        i == 1 ? new FalseLink.Undone("Analyst 8", SEEN.plusSeconds(60)) : null))
                .toList();
    }

    @Override
    public List<FalseLink.Count> counts(Actor actor) {
        return List.of(
                new FalseLink.Count(MAILBOX, CutReason.SHARED, 1_200),
                new FalseLink.Count(MAILBOX, CutReason.RECYCLED, 34));
    }
}

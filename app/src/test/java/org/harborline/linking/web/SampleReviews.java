// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.harborline.linking.Judgement;
import org.harborline.linking.Review;
import org.harborline.linking.Reviews;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;

/// One link to judge, a rule that was measured and one of which nothing is known yet.
final class SampleReviews implements Reviews {

    static final UUID REVIEW = new UUID(0, 5);
    private static final Code MAILBOX = Code.of("email.provider-canonical");

    final List<String> asked = new ArrayList<>();

    @Override
    public List<Review> waiting(Actor actor, int limit) {
        return List.of(new Review(REVIEW, SampleLinks.PAIR, MAILBOX, LocalDate.parse("2026-11-16")));
    }

    @Override
    public void judge(Actor actor, UUID review, Judgement judgement) {
        asked.add(review + " " + judgement);
    }

    @Override
    public List<Review.Precision> precision(Actor actor) {
        return List.of(
                new Review.Precision(MAILBOX, 1_200, 12, 10, 0),
                new Review.Precision(Code.of("phone.e164"), 10, 0, 0, 0));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.List;
import java.util.UUID;
import org.harborline.linking.Judgement;
import org.harborline.linking.LinkingProblem;
import org.harborline.linking.Review;
import org.harborline.linking.Reviews;
import org.harborline.linking.facts.LinkJudged;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.springframework.stereotype.Component;

/// Takes judgements on links that were drawn, two of each by two people.
@Component
class ReviewDesk implements Reviews {

    private static final int LARGEST_PAGE = 100;

    private final ReviewTable reviews;
    private final LinkDesk.Decisions decisions;

    ReviewDesk(ReviewTable reviews, LinkDesk.Decisions decisions) {
        this.reviews = reviews;
        this.decisions = decisions;
    }

    @Override
    public List<Review> waiting(Actor actor, int limit) {
        actor.require(Permission.LINK_CUT);
        return reviews.waiting(actor.id(), Math.clamp(limit, 1, LARGEST_PAGE));
    }

    @Override
    public void judge(Actor actor, UUID id, Judgement judgement) {
        actor.require(Permission.LINK_CUT);
        decisions.transactions().run(() -> {
            Review review = reviews.take(id, actor.id())
                    .orElseThrow(() -> new ProblemException(
                            reviews.exists(id) ? LinkingProblem.ALREADY_JUDGED : PlatformProblem.NOT_FOUND));
            reviews.judge(id, judgement, actor.id(), decisions.clock().instant());
            decisions
                    .journal()
                    .record(
                            actor,
                            new LinkJudged(
                                    id, review.pair().newer(), review.pair().older(), judgement.code()));
        });
    }

    @Override
    public List<Review.Precision> precision(Actor actor) {
        actor.require(Permission.LINK_CUT);
        return reviews.precision();
    }
}

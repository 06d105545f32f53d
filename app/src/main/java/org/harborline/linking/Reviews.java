// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.util.List;
import java.util.UUID;
import org.harborline.platform.Actor;

/// Measures how often links are right, whether or not anybody doubts them: of each week and rule some links in effect
/// are drawn at random, and two people judge each without knowing what the other says. All of it needs
/// [org.harborline.platform.Permission#LINK_CUT].
public interface Reviews {

    /// Links that wait for a judgement of this person, oldest first.
    List<Review> waiting(Actor actor, int limit);

    /// Judges a link, once, as one of two people.
    void judge(Actor actor, UUID review, Judgement judgement);

    /// How often links were right, by rule, the most telling first.
    List<Review.Precision> precision(Actor actor);
}

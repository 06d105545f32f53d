// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;

/// Links that are suggested because two reports describe what is likely one person. They are shown to those who may
/// decide about them and to nobody else: all of this needs [org.harborline.platform.Permission#LINK_CUT].
public interface Suggestions {

    /// Open suggestions, the likeliest first.
    List<Suggestion> list(Actor actor, Suggestion.@Nullable Place after, int limit);

    /// Suggestions of a report that are open or rejected, the likeliest first.
    List<Suggestion> of(Actor actor, ReportNumber report);

    /// By how many keys of a report nobody was looked up, because too many hold them.
    int passedOver(Actor actor, ReportNumber report);

    /// What was compared, masked.
    SuggestionSheet sheet(Actor actor, ReportPair pair);

    /// What was compared, as it was stated. Needs [org.harborline.platform.Permission#REPORT_REVEAL] and a purpose;
    /// each
    /// time is in the journal.
    SuggestionSheet reveal(Actor actor, ReportPair pair);

    /// Makes a link of it, by a person's own word.
    UUID confirm(Actor actor, ReportPair pair);

    /// Says that the two are not of one person. It is not suggested again.
    UUID reject(Actor actor, ReportPair pair);

    /// Takes that back.
    void undoRejection(Actor actor, UUID rejection);

    LikenessStanding standing(Actor actor);
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.LikenessStanding;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Suggestion;
import org.harborline.linking.SuggestionSheet;
import org.harborline.linking.Suggestions;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// One suggestion, and what pages asked for.
final class SampleSuggestions implements Suggestions {

    static final UUID REJECTION = new UUID(0, 31);
    private static final Instant AT = Instant.parse("2026-03-02T10:14:00Z");

    final List<String> asked = new ArrayList<>();
    SuggestionSheet.@Nullable Rejection rejection;

    @Nullable
    Instant learntAt;

    int unread;

    void forget() {
        asked.clear();
        rejection = null;
        learntAt = null;
        unread = 0;
    }

    private Suggestion suggestion() {
        return new Suggestion(
                SampleLinks.PAIR,
                0.9962,
                learntAt == null ? 0 : 3,
                -22.3,
                List.of(
                        part("name", "one-edit", 6.1, 0),
                        part("birth-date", "same", 14.9, 1.2),
                        part("alias", "close", 11.0, 0),
                        part("phone", "missing", 0, 0),
                        part("region", "different", -0.04, 0),
                        part("town", "different", -1.3, 0)),
                0.4,
                AT,
                rejection == null ? Suggestion.State.OPEN : Suggestion.State.REJECTED);
    }

    private static Suggestion.Part part(String field, String level, double weight, double rarity) {
        return new Suggestion.Part(Code.of(field), Code.of(level), weight, rarity);
    }

    @Override
    public List<Suggestion> list(Actor actor, Suggestion.@Nullable Place after, int limit) {
        if (after != null) {
            asked.add("after " + after.probability() + " " + after.pair());
        }
        return java.util.Collections.nCopies(Math.min(limit, after == null ? limit : 1), suggestion());
    }

    @Override
    public List<Suggestion> of(Actor actor, ReportNumber report) {
        return List.of(suggestion());
    }

    @Override
    public int passedOver(Actor actor, ReportNumber report) {
        return 2;
    }

    @Override
    public SuggestionSheet sheet(Actor actor, ReportPair pair) {
        return sheet(false, "K\u2022\u2022\u2022");
    }

    @Override
    public SuggestionSheet reveal(Actor actor, ReportPair pair) {
        asked.add("reveal " + actor.purpose());
        return sheet(true, "Katherine <Sample>");
    }

    private SuggestionSheet sheet(boolean revealed, String value) {
        Suggestion one = suggestion();
        return new SuggestionSheet(
                one,
                one.parts().stream()
                        .map(part -> new SuggestionSheet.Row(part, List.of(value), List.of()))
                        .toList(),
                revealed,
                rejection);
    }

    @Override
    public UUID confirm(Actor actor, ReportPair pair) {
        asked.add("confirm " + pair);
        return REJECTION;
    }

    @Override
    public UUID reject(Actor actor, ReportPair pair) {
        rejection = new SuggestionSheet.Rejection(REJECTION, "Analyst Seven", AT);
        return REJECTION;
    }

    @Override
    public void undoRejection(Actor actor, UUID id) {
        asked.add("undo " + id);
        rejection = null;
    }

    @Override
    public LikenessStanding standing(Actor actor) {
        return new LikenessStanding(
                learntAt == null ? 0 : 3, learntAt, learntAt == null ? 0 : 4_200, 1_000, 0.98, 14, unread);
    }
}

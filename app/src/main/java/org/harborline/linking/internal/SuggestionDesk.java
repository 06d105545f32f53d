// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.harborline.access.Accounts;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.LikenessStanding;
import org.harborline.linking.LinkingProblem;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Suggestion;
import org.harborline.linking.Suggestion.State;
import org.harborline.linking.SuggestionSheet;
import org.harborline.linking.Suggestions;
import org.harborline.linking.facts.LinkConfirmed;
import org.harborline.linking.facts.RejectionUndone;
import org.harborline.linking.facts.SuggestionRejected;
import org.harborline.linking.internal.WordTable.Word;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows suggested links to those who may decide about them, and takes their decisions.
@Component
class SuggestionDesk implements Suggestions {

    private static final Actor SELF = Actor.system("linking");
    private static final int LARGEST_PAGE = 100;

    private final SuggestionTable table;
    private final Suggesting suggesting;
    private final WordTable words;
    private final Accounts accounts;
    private final LinkDesk.Decisions decisions;

    SuggestionDesk(
            SuggestionTable table,
            Suggesting suggesting,
            WordTable words,
            Accounts accounts,
            LinkDesk.Decisions decisions) {
        this.table = table;
        this.suggesting = suggesting;
        this.words = words;
        this.accounts = accounts;
        this.decisions = decisions;
    }

    /// What suggestions are made by.
    @Component
    record Suggesting(Profiles profiles, ProfileTable table, LikenessModels models, SuggestLinks job) {}

    @Override
    public List<Suggestion> list(Actor actor, Suggestion.@Nullable Place after, int limit) {
        actor.require(Permission.LINK_CUT);
        return table.open(after, Math.clamp(limit, 1, LARGEST_PAGE));
    }

    @Override
    public List<Suggestion> of(Actor actor, ReportNumber report) {
        actor.require(Permission.LINK_CUT);
        return table.ofReport(report).stream()
                .filter(one -> one.state() == State.OPEN || one.state() == State.REJECTED)
                .toList();
    }

    @Override
    public int passedOver(Actor actor, ReportNumber report) {
        actor.require(Permission.LINK_CUT);
        return suggesting.table().passedOver(report);
    }

    @Override
    public SuggestionSheet sheet(Actor actor, ReportPair pair) {
        actor.require(Permission.LINK_CUT);
        return sheet(actor, pair, SELF, false);
    }

    @Override
    public SuggestionSheet reveal(Actor actor, ReportPair pair) {
        actor.require(Permission.LINK_CUT);
        actor.require(Permission.REPORT_REVEAL);
        if (actor.isPerson() && actor.purpose() == null) {
            throw new ProblemException(PlatformProblem.PURPOSE_NEEDED);
        }
        return sheet(actor, pair, actor, true);
    }

    /// @param reader who opens the reports: the person who reveals, or linking itself to mask them
    private SuggestionSheet sheet(Actor actor, ReportPair pair, Actor reader, boolean revealed) {
        Suggestion suggestion = known(pair);
        Map<Profile.Place, Profile> read = suggesting.profiles().read(reader, List.of(pair.newer(), pair.older()));
        List<Profile.Place> places = table.places(pair);
        var rows = new ArrayList<SuggestionSheet.Row>();
        for (int field = 0; field < suggestion.parts().size(); field++) {
            Suggestion.Part part = suggestion.parts().get(field);
            rows.add(new SuggestionSheet.Row(
                    part,
                    values(read.get(places.getFirst()), field, part, revealed),
                    values(read.get(places.getLast()), field, part, revealed)));
        }
        return new SuggestionSheet(
                suggestion,
                rows,
                revealed,
                words.find(Word.REJECTED, pair)
                        .map(one -> new SuggestionSheet.Rejection(
                                one.id(),
                                accounts.names(actor, List.of(one.by())).getOrDefault(one.by(), one.by()),
                                one.at()))
                        .orElse(null));
    }

    private static List<String> values(@Nullable Profile profile, int field, Suggestion.Part part, boolean revealed) {
        if (profile == null) {
            return List.of();
        }
        return profile.stated().get(field).stream()
                .map(value -> revealed ? value : Mask.of(kind(part.field().value()), value))
                .toList();
    }

    private static IdentifierKind kind(String field) {
        return switch (field) {
            case Profile.PHONE -> IdentifierKind.PHONE;
            case Profile.EMAIL -> IdentifierKind.EMAIL;
            case Profile.ALIAS -> IdentifierKind.SCREEN_NAME;
            default -> IdentifierKind.PERSON_NAME;
        };
    }

    private Suggestion known(ReportPair pair) {
        return table.ofReport(pair.newer()).stream()
                .filter(one -> one.pair().equals(pair))
                .findFirst()
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    @Override
    public UUID confirm(Actor actor, ReportPair pair) {
        actor.require(Permission.LINK_CUT);
        return decisions.transactions().write(() -> {
            requireOpen(pair);
            UUID id = Ids.next();
            if (!words.say(
                    Word.CONFIRMED, id, pair, actor.id(), decisions.clock().instant())) {
                throw new ProblemException(LinkingProblem.ALREADY_DECIDED);
            }
            table.settle(pair, true);
            decisions.journal().record(actor, new LinkConfirmed(id, pair.newer(), pair.older()));
            return id;
        });
    }

    @Override
    public UUID reject(Actor actor, ReportPair pair) {
        actor.require(Permission.LINK_CUT);
        return decisions.transactions().write(() -> {
            requireOpen(pair);
            UUID id = Ids.next();
            if (words.find(Word.CONFIRMED, pair).isPresent()
                    || !words.say(
                            Word.REJECTED,
                            id,
                            pair,
                            actor.id(),
                            decisions.clock().instant())) {
                throw new ProblemException(LinkingProblem.ALREADY_DECIDED);
            }
            table.settle(pair, true);
            decisions.journal().record(actor, new SuggestionRejected(id, pair.newer(), pair.older()));
            return id;
        });
    }

    private void requireOpen(ReportPair pair) {
        State state = known(pair).state();
        if (state == State.CUT) {
            throw new ProblemException(LinkingProblem.LINK_IS_CUT);
        }
        if (state != State.OPEN) {
            throw new ProblemException(LinkingProblem.ALREADY_DECIDED);
        }
    }

    @Override
    public void undoRejection(Actor actor, UUID id) {
        actor.require(Permission.LINK_CUT);
        decisions.transactions().run(() -> {
            ReportPair pair = words.undo(
                            Word.REJECTED, id, actor.id(), decisions.clock().instant())
                    .orElseThrow(() -> new ProblemException(
                            words.exists(Word.REJECTED, id)
                                    ? LinkingProblem.DECISION_OVER
                                    : PlatformProblem.NOT_FOUND));
            table.settle(pair, false);
            decisions.journal().record(actor, new RejectionUndone(id, pair.newer(), pair.older()));
        });
    }

    @Override
    public LikenessStanding standing(Actor actor) {
        actor.require(Permission.LINK_CUT);
        LikenessModels.InForce model = suggesting.models().inForce();
        return new LikenessStanding(
                model.number(),
                model.learntAt(),
                model.profiles(),
                LearnLikeness.LEAST,
                suggesting.job().threshold(),
                model.rules().size(),
                suggesting.table().countParked());
    }
}

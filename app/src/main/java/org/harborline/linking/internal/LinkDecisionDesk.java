// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.access.Accounts;
import org.harborline.linking.Decided;
import org.harborline.linking.Link;
import org.harborline.linking.LinkDecisions;
import org.harborline.linking.LinkState;
import org.harborline.linking.LinkingProblem;
import org.harborline.linking.ReportPair;
import org.harborline.linking.facts.ConfirmationUndone;
import org.harborline.linking.facts.ExpiryLifted;
import org.harborline.linking.facts.ExpirySet;
import org.harborline.linking.facts.LinkConfirmed;
import org.harborline.linking.internal.WordTable.Word;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.ProblemType;
import org.springframework.stereotype.Component;

/// Confirming a link and letting it expire: who may, and what is written. What a confirmation does to the link
/// is told by [Confirming], what an expiry does by [ExpireLink].
@Component
class LinkDecisionDesk implements LinkDecisions {

    /// 50 years, and the day with which the last of them ends.
    private static final Duration LONGEST = Duration.ofDays(50 * 365 + 14);

    private final WordTable words;
    private final ExpiryTable expiries;
    private final LinkReading links;
    private final ExpiryJobs jobs;
    private final Accounts accounts;
    private final LinkDesk.Decisions decisions;
    private final SuggestionTable suggestions;

    LinkDecisionDesk(
            WordTable words,
            ExpiryTable expiries,
            LinkReading links,
            ExpiryJobs jobs,
            Accounts accounts,
            LinkDesk.Decisions decisions,
            SuggestionTable suggestions) {
        this.words = words;
        this.expiries = expiries;
        this.links = links;
        this.jobs = jobs;
        this.accounts = accounts;
        this.decisions = decisions;
        this.suggestions = suggestions;
    }

    @Override
    public Decided on(Actor actor, ReportPair pair) {
        actor.require(Permission.REPORT_READ);
        var confirmation = words.find(Word.CONFIRMED, pair);
        var expiry = expiries.find(pair);
        List<String> people = Stream.of(confirmation, expiry)
                .flatMap(Optional::stream)
                .map(Held::by)
                .distinct()
                .toList();
        Map<String, String> names = people.isEmpty() ? Map.of() : accounts.names(actor, people);
        return new Decided(
                confirmation
                        .map(one ->
                                new Decided.Confirmation(one.id(), names.getOrDefault(one.by(), one.by()), one.at()))
                        .orElse(null),
                expiry.map(one -> new Decided.Expiry(one.id(), one.at(), names.getOrDefault(one.by(), one.by())))
                        .orElse(null));
    }

    @Override
    public UUID confirm(Actor actor, ReportPair pair) {
        actor.require(Permission.LINK_CUT);
        return decisions.transactions().write(() -> {
            requireUncut(pair);
            UUID id = Ids.next();
            refuseUnless(words.say(Word.CONFIRMED, id, pair, actor.id(), now()), LinkingProblem.ALREADY_DECIDED);
            decisions.journal().record(actor, new LinkConfirmed(id, pair.newer(), pair.older()));
            return id;
        });
    }

    @Override
    public void undoConfirmation(Actor actor, UUID id) {
        actor.require(Permission.LINK_CUT);
        decisions.transactions().run(() -> {
            ReportPair pair = words.undo(Word.CONFIRMED, id, actor.id(), now())
                    .orElseThrow(() -> over(words.exists(Word.CONFIRMED, id)));
            suggestions.settle(pair, false);
            decisions.journal().record(actor, new ConfirmationUndone(id, pair.newer(), pair.older()));
        });
    }

    @Override
    public UUID expire(Actor actor, ReportPair pair, Instant at) {
        actor.require(Permission.LINK_CUT);
        Instant now = now();
        refuseUnless(at.isAfter(now) && at.isBefore(now.plus(LONGEST)), LinkingProblem.EXPIRY_NOT_AHEAD);
        return decisions.transactions().write(() -> {
            requireUncut(pair);
            UUID id = Ids.next();
            refuseUnless(expiries.insert(id, pair, at, actor.id(), now()), LinkingProblem.ALREADY_DECIDED);
            decisions.journal().record(actor, new ExpirySet(id, pair.newer(), pair.older(), at));
            jobs.expire(id, at);
            return id;
        });
    }

    @Override
    public void liftExpiry(Actor actor, UUID id) {
        actor.require(Permission.LINK_CUT);
        decisions.transactions().run(() -> {
            ReportPair pair = expiries.lift(id, actor.id(), now()).orElseThrow(() -> over(expiries.exists(id)));
            decisions.journal().record(actor, new ExpiryLifted(id, pair.newer(), pair.older()));
        });
    }

    private void requireUncut(ReportPair pair) {
        Link link = links.ofReports(Set.of(pair.newer())).getOrDefault(pair.newer(), List.of()).stream()
                .filter(one -> one.pair().equals(pair) && !one.crossRole())
                .findFirst()
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        refuseUnless(link.state() != LinkState.CUT, LinkingProblem.LINK_IS_CUT);
    }

    private Instant now() {
        return decisions.clock().instant();
    }

    private static void refuseUnless(boolean fine, ProblemType problem) {
        if (!fine) {
            throw new ProblemException(problem);
        }
    }

    private static ProblemException over(boolean known) {
        return new ProblemException(known ? LinkingProblem.DECISION_OVER : PlatformProblem.NOT_FOUND);
    }
}

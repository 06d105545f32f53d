// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Follower.Followed;
import org.harborline.notices.OutwardStanding.Step;
import org.harborline.notices.facts.EndpointRemoved;
import org.harborline.notices.facts.EndpointSet;
import org.harborline.notices.facts.StateChanged;
import org.harborline.platform.Ids;
import org.harborline.platform.RecordRef;
import org.harborline.referral.facts.FeedbackGiven;

/// One batch of facts, taken in their order: what senders are told by them, and which of it goes to an endpoint.
final class Telling {

    private final Map<ReportNumber, Standing> before;
    private final Map<ReportNumber, Standing> now;
    private final Set<UUID> listening;
    private final Map<UUID, Boolean> listens = new LinkedHashMap<>();
    private final List<Told> told = new ArrayList<>();
    private final List<Told> heard = new ArrayList<>();
    private final UsefulBatch useful = new UsefulBatch();

    /// @param before where the reports of the batch stand
    /// @param listening senders of those that have an endpoint
    Telling(Map<ReportNumber, Standing> before, Set<UUID> listening) {
        this.before = before;
        this.now = new HashMap<>(before);
        this.listening = new HashSet<>(listening);
    }

    /// What a sender is told because of one fact.
    ///
    /// @param steps at least one; the fact names the last
    record Told(Entry cause, Standing standing, List<Step> steps) {

        StateChanged fact() {
            Step last = steps.getLast();
            return new StateChanged(standing.report(), standing.provider(), last.state(), last.at());
        }

        Stream<MessageTable.New> messages() {
            return steps.stream()
                    .map(step -> new MessageTable.New(
                            Ids.at(step.at()),
                            cause.position(),
                            standing.provider(),
                            standing.report(),
                            step.state(),
                            step.at()));
        }
    }

    static List<ReportNumber> reports(List<Followed> batch) {
        return batch.stream()
                .map(one -> one.fact().subject())
                .filter(subject -> subject.kind().equals("report"))
                .map(Telling::number)
                .distinct()
                .toList();
    }

    private static ReportNumber number(RecordRef report) {
        return new ReportNumber(Long.parseLong(report.id()));
    }

    void take(Followed followed, Taken taken) {
        switch (followed.fact()) {
            case EndpointSet set -> {
                listening.add(set.provider());
                listens.put(set.provider(), true);
            }
            case EndpointRemoved removed -> {
                listening.remove(removed.provider());
                listens.put(removed.provider(), false);
            }
            default -> {
                if (followed.fact().subject().kind().equals("report")) {
                    report(followed, taken);
                }
            }
        }
    }

    private void report(Followed followed, Taken taken) {
        Optional<Standing> was =
                Optional.ofNullable(now.get(number(followed.fact().subject())));
        taken.up(was, followed).ifPresent(is -> {
            now.put(is.report(), is);
            was.ifPresent(standing -> answered(followed, standing));
            List<Step> steps = was.map(is::since).orElse(List.of());
            if (!steps.isEmpty()) {
                tell(new Told(followed.entry(), is, steps));
            }
        });
    }

    private void answered(Followed followed, Standing was) {
        Standing.Stated lines = was.lines();
        if (followed.fact() instanceof FeedbackGiven given && lines != null && !lines.heard()) {
            Boolean found = given.useful();
            if (found != null) {
                useful.add(given, found, was, lines, followed.entry().recordedAt());
            }
        }
    }

    /// What agencies found useful.
    UsefulBatch useful() {
        return useful;
    }

    private void tell(Told one) {
        told.add(one);
        if (listening.contains(one.standing().provider())) {
            heard.add(one);
        }
    }

    List<Standing> changed() {
        return now.values().stream()
                .filter(one -> !one.equals(before.get(one.report())))
                .toList();
    }

    /// Senders whose endpoint came or went.
    Map<UUID, Boolean> listens() {
        return listens;
    }

    List<Told> told() {
        return told;
    }

    /// What goes to an endpoint. An id says from when a state is told, not when it came about; so does the order.
    List<MessageTable.New> messages() {
        return heard.stream().flatMap(Told::messages).toList();
    }

    /// Senders that are sent something, with the moment of the first.
    Map<UUID, Instant> soonest() {
        var soonest = new HashMap<UUID, Instant>();
        messages().forEach(one -> soonest.merge(one.provider(), one.at(), (a, b) -> a.isBefore(b) ? a : b));
        return soonest;
    }
}

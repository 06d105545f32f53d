// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.harborline.access.Accounts;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Reports;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.harborline.registry.Standing;
import org.harborline.triage.LateReferrals;
import org.harborline.triage.Lease;
import org.harborline.triage.Priority;
import org.harborline.triage.WorkItem;
import org.harborline.triage.WorkList;
import org.harborline.triage.WorkPosition;
import org.harborline.triage.Worklists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The worklist: what is to be done next, what one holds, what waits for somebody else.
@Controller
class WorklistPages {

    private static final int PAGE = 50;

    private final Worklists worklists;
    private final LateReferrals late;
    private final Reports reports;

    private final Accounts accounts;
    private final Organisations organisations;

    WorklistPages(
            Worklists worklists, LateReferrals late, Reports reports, Accounts accounts, Organisations organisations) {
        this.organisations = organisations;
        this.worklists = worklists;
        this.late = late;
        this.accounts = accounts;
        this.reports = reports;
    }

    @GetMapping("/worklist")
    @Requires(Permission.WORKLIST_USE)
    String list(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "open") String list,
            @RequestParam(required = false) @Nullable String after) {
        boolean held = "held".equals(list);
        List<WorkItem> items = held ? worklists.held(actor) : worklists.list(actor, named(list), position(after), PAGE);
        model.addAttribute("list", list);
        model.addAttribute("items", lines(actor, items));
        model.addAttribute("names", accounts.names(actor, holders(items)));
        model.addAttribute("first", held || after == null ? null : "/worklist?list=" + list);
        model.addAttribute(
                "next",
                held || items.size() < PAGE ? null : next(list, items.getLast().position()));
        model.addAttribute("alarms", worklists.alarms(actor));
        model.addAttribute("nobodyReached", !worklists.somebodyCanBePaged());
        model.addAttribute("self", actor.id());
        model.addAttribute("mayAcknowledge", actor.may(Permission.PAGE_ACKNOWLEDGE));
        model.addAttribute("late", late.unacknowledged(actor));
        model.addAttribute("waitingLowerings", worklists.waitingLowerings(actor).size());
        return "triage/worklist";
    }

    @PostMapping("/worklist/next")
    @Requires(Permission.WORKLIST_USE)
    String takeNext(Actor actor) {
        return worklists
                .takeNext(actor)
                .map(report -> "redirect:/reports/" + report)
                .orElse("redirect:/worklist?list=open&none");
    }

    @PostMapping("/worklist/{report}/take")
    @Requires(Permission.WORKLIST_USE)
    String take(Actor actor, @PathVariable long report) {
        ReportNumber number = number(report);
        worklists.take(actor, number);
        return "redirect:/reports/" + number;
    }

    @PostMapping("/worklist/{report}/give-back")
    @Requires(Permission.WORKLIST_USE)
    String giveBack(Actor actor, @PathVariable long report) {
        worklists.giveBack(actor, number(report));
        return "redirect:/worklist";
    }

    @PostMapping("/worklist/pause")
    @Requires(Permission.WORKLIST_USE)
    String pause(Actor actor) {
        worklists.pause(actor);
        return "redirect:/worklist?paused";
    }

    /// A report number from an address. One that cannot exist looks like one that does not.
    static ReportNumber number(long report) {
        if (report < 1 || report > ReportNumber.MAX) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return new ReportNumber(report);
    }

    private static Set<String> holders(Collection<WorkItem> items) {
        return items.stream()
                .map(WorkItem::lease)
                .filter(Objects::nonNull)
                .map(Lease::holder)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Line> lines(Actor actor, Collection<WorkItem> items) {
        List<ReportNumber> numbers =
                items.stream().map(item -> item.standing().report()).toList();
        Map<ReportNumber, Report> found = reports.findAll(actor, numbers);
        Set<ProviderId> unproven = unproven(actor, found.values());
        return items.stream()
                .map(item -> {
                    Report report = found.get(item.standing().report());
                    return new Line(
                            item,
                            Reason.of(item.standing().reasons()),
                            report == null ? null : report.providerName(),
                            report != null && unproven.contains(new ProviderId(report.provider())));
                })
                .toList();
    }

    /// Senders that nobody has verified, or that somebody doubts.
    private Set<ProviderId> unproven(Actor actor, Collection<Report> found) {
        Set<ProviderId> senders =
                found.stream().map(report -> new ProviderId(report.provider())).collect(Collectors.toUnmodifiableSet());
        return organisations.findProviders(actor, senders).values().stream()
                .filter(sender -> sender.standing() == Standing.UNVERIFIED || sender.standing() == Standing.SUSPENDED)
                .map(Provider::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static WorkList named(String list) {
        return switch (list) {
            case "open" -> WorkList.OPEN;
            case "kept" -> WorkList.KEPT;
            case "raised-since" -> WorkList.RAISED_SINCE;
            default -> throw new ProblemException(PlatformProblem.NOT_FOUND);
        };
    }

    private static String next(String list, WorkPosition last) {
        return "/worklist?list=%s&after=%d_%d_%d"
                .formatted(
                        list,
                        last.priority().level(),
                        last.place(),
                        last.report().value());
    }

    private static @Nullable WorkPosition position(@Nullable String after) {
        if (after == null) {
            return null;
        }
        String[] parts = after.split("_", -1);
        try {
            return new WorkPosition(
                    Priority.of(Integer.parseInt(parts[0])),
                    Long.parseLong(parts[1]),
                    new ReportNumber(Long.parseLong(parts[2])));
        } catch (RuntimeException notOurs) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
    }

    /// One line as it is shown.
    record Line(
            WorkItem item, List<Reason> reasons, @Nullable String sender, boolean unproven) {}
}

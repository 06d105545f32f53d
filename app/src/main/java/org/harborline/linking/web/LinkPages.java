// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Contradictions;
import org.harborline.linking.CutReason;
import org.harborline.linking.Evidence;
import org.harborline.linking.Hub;
import org.harborline.linking.LinkDecisions;
import org.harborline.linking.Links;
import org.harborline.linking.Renewals;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Purpose;
import org.harborline.platform.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Evidence of one link, cutting it and undoing that; identifiers in too many reports.
@Controller
class LinkPages {

    private static final int HUBS = 50;

    private final Links links;
    private final ReportRemarks remarks;
    private final LinkDecisions decisions;
    private final Contradictions contradictions;
    private final Renewals renewals;

    LinkPages(
            Links links,
            ReportRemarks remarks,
            LinkDecisions decisions,
            Contradictions contradictions,
            Renewals renewals) {
        this.links = links;
        this.decisions = decisions;
        this.remarks = remarks;
        this.contradictions = contradictions;
        this.renewals = renewals;
    }

    /// @param alert what stands in two roles, and not what links the two reports
    @Requires(Permission.REPORT_READ)
    @GetMapping("/reports/{number}/links/{other}")
    String evidence(
            Actor actor,
            @PathVariable ReportNumber number,
            @PathVariable ReportNumber other,
            @RequestParam(defaultValue = "false") boolean alert,
            Model model) {
        ReportPair pair = Pairs.of(number, other);
        Evidence evidence = alert ? links.alertEvidence(actor, pair) : links.evidence(actor, pair);
        return show(actor, number, evidence, false, model);
    }

    @Requires(Permission.REPORT_REVEAL)
    @PostMapping("/reports/{number}/links/{other}/reveal")
    String reveal(
            Actor actor,
            @PathVariable ReportNumber number,
            @PathVariable ReportNumber other,
            @RequestParam Purpose purpose,
            @RequestParam(defaultValue = "false") boolean alert,
            Model model) {
        ReportPair pair = Pairs.of(number, other);
        Actor asking = actor.with(purpose);
        Evidence evidence = alert ? links.revealAlert(asking, pair) : links.reveal(asking, pair);
        return show(actor, number, evidence, true, model);
    }

    private String show(Actor actor, ReportNumber number, Evidence evidence, boolean revealed, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("other", evidence.link().pair().otherThan(number));
        model.addAttribute("view", EvidenceView.of(evidence));
        model.addAttribute(
                "against",
                contradictions
                        .between(actor, List.of(evidence.link().pair()))
                        .getOrDefault(evidence.link().pair(), List.of()));
        model.addAttribute("decided", decisions.on(actor, evidence.link().pair()));
        model.addAttribute(
                "remarks",
                remarks.about(actor, List.of(number, evidence.link().pair().otherThan(number))));
        model.addAttribute("revealed", revealed);
        model.addAttribute("purposes", Purposes.OFFERED);
        model.addAttribute("cutReasons", CutReason.ofPeople());
        model.addAttribute("mayReveal", actor.may(Permission.REPORT_REVEAL));
        model.addAttribute("mayCut", actor.may(Permission.LINK_CUT));
        return "linking/evidence";
    }

    @Requires(Permission.LINK_CUT)
    @PostMapping("/reports/{number}/links/{other}/cut")
    String cut(
            Actor actor,
            @PathVariable ReportNumber number,
            @PathVariable ReportNumber other,
            @RequestParam CutReason reason) {
        var _ = links.cut(actor, Pairs.of(number, other), reason);
        return "redirect:/reports/" + number + "/links/" + other;
    }

    @Requires(Permission.LINK_CUT)
    @PostMapping("/reports/{number}/links/{other}/cuts/{cut}/undo")
    String undo(
            Actor actor, @PathVariable ReportNumber number, @PathVariable ReportNumber other, @PathVariable UUID cut) {
        links.undoCut(actor, cut);
        return "redirect:/reports/" + number + "/links/" + other;
    }

    @Requires(Permission.REPORT_READ)
    @GetMapping("/identifiers/shared")
    String hubs(Actor actor, @RequestParam(required = false) @Nullable String after, Model model) {
        List<Hub> found = links.hubs(actor, place(after), HUBS + 1);
        List<Hub> shown = found.stream().limit(HUBS).toList();
        model.addAttribute("hubs", shown);
        model.addAttribute("renewal", renewals.underway(actor).orElse(null));
        model.addAttribute("first", after == null ? null : "/identifiers/shared");
        model.addAttribute(
                "next",
                found.size() > HUBS
                        ? "/identifiers/shared?after=" + shown.getLast().place()
                        : null);
        return "linking/hubs";
    }

    private static Hub.@Nullable Place place(@Nullable String after) {
        try {
            return after == null ? null : Hub.Place.parse(after);
        } catch (IllegalArgumentException _) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
    }

    @Requires(Permission.REPORT_REVEAL)
    @PostMapping("/reports/{number}/identifiers/reveal")
    String revealIdentifiers(
            Actor actor, @PathVariable ReportNumber number, @RequestParam Purpose purpose, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("sheet", SheetView.of(links.revealIdentifiers(actor.with(purpose), number)));
        model.addAttribute("purposes", List.of());
        model.addAttribute("mayReveal", false);
        return "linking/identifiers-panel";
    }
}

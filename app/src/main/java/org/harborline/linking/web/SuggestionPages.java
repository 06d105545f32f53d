// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.LinkDecisions;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Suggestion;
import org.harborline.linking.SuggestionSheet;
import org.harborline.linking.Suggestions;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// Links that are suggested, what they rest on, and what people decide about them.
@Controller
class SuggestionPages {

    private static final int LISTED = 50;

    private final Suggestions suggestions;
    private final LinkDecisions decisions;
    private final ReportRemarks remarks;

    SuggestionPages(Suggestions suggestions, LinkDecisions decisions, ReportRemarks remarks) {
        this.suggestions = suggestions;
        this.decisions = decisions;
        this.remarks = remarks;
    }

    /// @param after the place of the last one of the page before, such as `0.991:5-3`
    @Requires(Permission.LINK_CUT)
    @GetMapping("/links/suggested")
    String list(Actor actor, @RequestParam(required = false) @Nullable String after, Model model) {
        List<Suggestion> found = suggestions.list(actor, after == null ? null : place(after), LISTED + 1);
        List<Suggestion> shown = found.stream().limit(LISTED).toList();
        model.addAttribute("suggestions", shown.stream().map(SuggestionView::of).toList());
        model.addAttribute("standing", suggestions.standing(actor));
        model.addAttribute("first", after == null ? null : "/links/suggested");
        model.addAttribute(
                "next",
                found.size() > LISTED
                        ? "/links/suggested?after=" + place(shown.getLast().place())
                        : null);
        return "linking/suggestions";
    }

    private static String place(Suggestion.Place place) {
        return place.probability() + ":" + Pairs.name(place.pair());
    }

    private static Suggestion.Place place(String text) {
        String[] parts = text.split(":", 2);
        try {
            return new Suggestion.Place(Double.parseDouble(parts[0]), Pairs.read(parts[parts.length - 1]));
        } catch (NumberFormatException _) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
    }

    @Requires(Permission.LINK_CUT)
    @GetMapping("/reports/{number}/panels/suggestions")
    String panel(
            Actor actor,
            @PathVariable ReportNumber number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        List<Suggestion> all = suggestions.of(actor, number);
        model.addAttribute("number", number);
        model.addAttribute("suggestions", all.stream().map(SuggestionView::of).toList());
        model.addAttribute("passedOver", suggestions.passedOver(actor, number));
        model.addAttribute(
                "remarks",
                remarks.about(
                        actor,
                        all.stream().map(one -> one.pair().otherThan(number)).toList()));
        return htmx == null ? "linking/suggestions-panel" : "linking/suggestions-panel :: panel";
    }

    @Requires(Permission.LINK_CUT)
    @GetMapping("/reports/{number}/suggested/{other}")
    String sheet(Actor actor, @PathVariable ReportNumber number, @PathVariable ReportNumber other, Model model) {
        return show(actor, suggestions.sheet(actor, Pairs.of(number, other)), number, model);
    }

    @Requires(Permission.REPORT_REVEAL)
    @PostMapping("/reports/{number}/suggested/{other}/reveal")
    String reveal(
            Actor actor,
            @PathVariable ReportNumber number,
            @PathVariable ReportNumber other,
            @RequestParam Purpose purpose,
            Model model) {
        return show(actor, suggestions.reveal(actor.with(purpose), Pairs.of(number, other)), number, model);
    }

    private String show(Actor actor, SuggestionSheet sheet, ReportNumber number, Model model) {
        ReportPair pair = sheet.suggestion().pair();
        model.addAttribute("number", number);
        model.addAttribute("other", pair.otherThan(number));
        model.addAttribute("sheet", sheet);
        model.addAttribute("view", SuggestionView.of(sheet.suggestion()));
        model.addAttribute("decided", decisions.on(actor, pair));
        model.addAttribute("remarks", remarks.about(actor, List.of(pair.newer(), pair.older())));
        model.addAttribute("purposes", Purposes.OFFERED);
        model.addAttribute("mayReveal", actor.may(Permission.REPORT_REVEAL) && !sheet.revealed());
        return "linking/suggestion";
    }

    @Requires(Permission.LINK_CUT)
    @PostMapping("/reports/{number}/suggested/{other}/confirm")
    String confirm(Actor actor, @PathVariable ReportNumber number, @PathVariable ReportNumber other) {
        UUID _ = suggestions.confirm(actor, Pairs.of(number, other));
        return back(number, other);
    }

    @Requires(Permission.LINK_CUT)
    @PostMapping("/reports/{number}/suggested/{other}/reject")
    String reject(Actor actor, @PathVariable ReportNumber number, @PathVariable ReportNumber other) {
        UUID _ = suggestions.reject(actor, Pairs.of(number, other));
        return back(number, other);
    }

    @Requires(Permission.LINK_CUT)
    @PostMapping("/reports/{number}/suggested/{other}/rejections/{id}/undo")
    String undo(
            Actor actor, @PathVariable ReportNumber number, @PathVariable ReportNumber other, @PathVariable UUID id) {
        suggestions.undoRejection(actor, id);
        return back(number, other);
    }

    private static String back(ReportNumber number, ReportNumber other) {
        return "redirect:/reports/" + number + "/suggested/" + other;
    }
}

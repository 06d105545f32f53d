// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Confidence;
import org.harborline.linking.Finding;
import org.harborline.linking.FindingKind;
import org.harborline.linking.LinkingProblem;
import org.harborline.linking.Links;
import org.harborline.linking.WithdrawalReason;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemException;
import org.harborline.platform.ProblemType;
import org.harborline.platform.Purpose;
import org.harborline.platform.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Recording and revealing findings.
@Controller
class FindingPages {

    private static final Set<ProblemType> SAID_IN_THE_FORM = Set.of(
            LinkingProblem.FINDING_NOT_ACCEPTED,
            LinkingProblem.FINDING_RECORDED_BEFORE,
            LinkingProblem.REPORT_NOT_FILED);

    private final Links links;

    FindingPages(Links links) {
        this.links = links;
    }

    @Requires(Permission.FINDING_RECORD)
    @GetMapping("/reports/{number}/findings/new")
    String form(@PathVariable ReportNumber number, Model model) {
        model.addAttribute("form", FindingForm.EMPTY);
        model.addAttribute("id", Ids.next());
        return form(number, model, "linking/finding-form");
    }

    private static String form(ReportNumber number, Model model, String view) {
        model.addAttribute("number", number);
        model.addAttribute("kinds", FindingKind.values());
        model.addAttribute("identifierKinds", IdentifierKind.values());
        model.addAttribute("roles", PartyRole.values());
        model.addAttribute("confidences", Confidence.values());
        return view;
    }

    @Requires(Permission.FINDING_RECORD)
    @PostMapping("/reports/{number}/findings")
    String record(
            Actor actor,
            @PathVariable ReportNumber number,
            @ModelAttribute("form") FindingForm form,
            BindingResult result,
            Model model) {
        form.check(result);
        // a field that cannot be read leaves the model without the form
        model.addAttribute("form", form);
        model.addAttribute("id", form.finding());
        if (!result.hasErrors()) {
            try {
                var _ = links.record(actor, form.command(number), form.finding());
                return "redirect:/reports/" + number;
            } catch (ProblemException refused) {
                if (!SAID_IN_THE_FORM.contains(refused.type())) {
                    throw refused;
                }
                if (refused.type() == LinkingProblem.FINDING_RECORDED_BEFORE) {
                    model.addAttribute("id", Ids.next());
                }
                result.reject("problem." + refused.type().slug() + ".detail");
            }
        }
        return form(number, model, "linking/finding-form");
    }

    @Requires(Permission.FINDING_RECORD)
    @PostMapping("/reports/{number}/findings/{finding}/withdraw")
    String withdraw(
            Actor actor,
            @PathVariable ReportNumber number,
            @PathVariable UUID finding,
            @RequestParam WithdrawalReason reason) {
        links.withdraw(actor, number, finding, reason);
        return "redirect:/reports/" + number;
    }

    @Requires(Permission.REPORT_REVEAL)
    @PostMapping("/reports/{number}/findings/reveal")
    String reveal(Actor actor, @PathVariable ReportNumber number, @RequestParam Purpose purpose, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("findings", revealed(actor.with(purpose), number));
        model.addAttribute("revealed", true);
        model.addAttribute("purposes", List.of());
        model.addAttribute("mayReveal", false);
        model.addAttribute("mayRecord", actor.may(Permission.FINDING_RECORD));
        model.addAttribute("withdrawalReasons", WithdrawalReason.values());
        return "linking/findings-panel";
    }

    /// All findings, those that hold with their words. A withdrawn one stays listed and closed.
    private List<Finding> revealed(Actor actor, ReportNumber number) {
        Map<UUID, Finding> open = links.openFindings(actor, List.of(number)).getOrDefault(number, List.of()).stream()
                .collect(Collectors.toMap(Finding::id, Function.identity()));
        return links.findingsOf(actor, List.of(number)).getOrDefault(number, List.of()).stream()
                .map(one -> open.getOrDefault(one.id(), one))
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Contradictions;
import org.harborline.linking.Link;
import org.harborline.linking.Links;
import org.harborline.linking.WithdrawalReason;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/// Panels of the report page: links, identifiers, findings. Each is also a page of its own for browsers without script.
@Controller
class LinksPanel {

    private final Links links;
    private final ReportRemarks remarks;
    private final Contradictions contradictions;

    LinksPanel(Links links, ReportRemarks remarks, Contradictions contradictions) {
        this.links = links;
        this.remarks = remarks;
        this.contradictions = contradictions;
    }

    @Requires(Permission.REPORT_READ)
    @GetMapping("/reports/{number}/panels/links")
    String links(
            Actor actor,
            @PathVariable ReportNumber number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        var all = links.linksOf(actor, List.of(number)).getOrDefault(number, List.of());
        model.addAttribute("number", number);
        model.addAttribute("remarks", remarks(actor, number, all));
        model.addAttribute("alerts", views(number, all, Link::alerts));
        model.addAttribute("pastAlerts", views(number, all, link -> link.crossRole() && !link.alerts()));
        model.addAttribute("links", views(number, all, link -> !link.crossRole()));
        model.addAttribute(
                "against",
                contradictions.between(actor, all.stream().map(Link::pair).toList()));
        return view("linking/links-panel", htmx);
    }

    private static List<LinkView> views(ReportNumber number, List<Link> all, Predicate<Link> shown) {
        return all.stream().filter(shown).map(link -> LinkView.of(number, link)).toList();
    }

    private Map<ReportNumber, List<String>> remarks(Actor actor, ReportNumber number, List<Link> all) {
        return remarks.about(
                actor, all.stream().map(link -> link.pair().otherThan(number)).toList());
    }

    @Requires(Permission.REPORT_READ)
    @GetMapping("/reports/{number}/panels/identifiers")
    String identifiers(
            Actor actor,
            @PathVariable ReportNumber number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        model.addAttribute("number", number);
        model.addAttribute("sheet", SheetView.of(links.identifiersOf(actor, number)));
        model.addAttribute("purposes", Purposes.OFFERED);
        model.addAttribute("mayReveal", actor.may(Permission.REPORT_REVEAL));
        return view("linking/identifiers-panel", htmx);
    }

    @Requires(Permission.REPORT_READ)
    @GetMapping("/reports/{number}/panels/findings")
    String findings(
            Actor actor,
            @PathVariable ReportNumber number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        model.addAttribute("number", number);
        model.addAttribute("findings", links.findingsOf(actor, List.of(number)).getOrDefault(number, List.of()));
        model.addAttribute("revealed", false);
        model.addAttribute("purposes", Purposes.OFFERED);
        model.addAttribute("mayReveal", actor.may(Permission.REPORT_REVEAL));
        model.addAttribute("mayRecord", actor.may(Permission.FINDING_RECORD));
        model.addAttribute("withdrawalReasons", WithdrawalReason.values());
        return view("linking/findings-panel", htmx);
    }

    private static String view(String template, @Nullable String htmx) {
        return htmx == null ? template : template + " :: panel";
    }
}

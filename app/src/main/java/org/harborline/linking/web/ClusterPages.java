// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.ClusterShape;
import org.harborline.linking.Clusters;
import org.harborline.linking.Connection;
import org.harborline.linking.Contradictions;
import org.harborline.linking.CutPanel;
import org.harborline.linking.CutReason;
import org.harborline.linking.LinkRemarks;
import org.harborline.linking.Links;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Split;
import org.harborline.linking.Tie;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A cluster and what holds it together, the way from one report to another, when it all happened; cutting from there.
@Controller
class ClusterPages {

    private static final int LISTED = 50;

    private final Clusters clusters;
    private final Links links;
    private final Contradictions contradictions;
    private final ObjectProvider<LinkRemarks> remarks;
    private final ObjectProvider<CutPanel> panels;

    ClusterPages(
            Clusters clusters,
            Links links,
            Contradictions contradictions,
            ObjectProvider<LinkRemarks> remarks,
            ObjectProvider<CutPanel> panels) {
        this.clusters = clusters;
        this.links = links;
        this.contradictions = contradictions;
        this.remarks = remarks;
        this.panels = panels;
    }

    /// @param cut a pair whose cut is shown with what it left on either side
    /// @param from how many links come before the first that is listed
    @Requires(Permission.REPORT_READ)
    @GetMapping("/reports/{number}/cluster")
    String cluster(
            Actor actor,
            @PathVariable ReportNumber number,
            @RequestParam(required = false) @Nullable String cut,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        ClusterShape shape = clusters.shapeOf(actor, number);
        Split split = cut == null ? null : split(actor, shape, Pairs.read(cut));
        int first = Math.clamp(from, 0, shape.ties().size());
        String path = "/reports/" + number + "/cluster?" + (split == null ? "" : "cut=" + cut + "&");
        model.addAttribute("number", number);
        model.addAttribute("view", ClusterView.of(shape, split));
        model.addAttribute(
                "ties",
                shape.ties().stream().skip(first).limit(LISTED).map(TieView::of).toList());
        model.addAttribute("first", first == 0 ? null : path + "from=0");
        model.addAttribute("next", first + LISTED < shape.ties().size() ? path + "from=" + (first + LISTED) : null);
        model.addAttribute("remarks", remarks(actor, shape.cluster().reports()));
        model.addAttribute(
                "panels",
                panels.orderedStream()
                        .filter(panel -> actor.may(panel.permission()))
                        .toList());
        addContradicted(actor, shape.ties(), model);
        addCutting(actor, model);
        return "linking/cluster";
    }

    /// Only of a cut that is in force at this cluster: another one, or one that was undone, is no matter of this page.
    private @Nullable Split split(Actor actor, ClusterShape shape, ReportPair pair) {
        boolean here = shape.cuts().stream().anyMatch(cut -> cut.pair().equals(pair));
        return here ? clusters.splitBy(actor, pair) : null;
    }

    private Map<ReportNumber, List<String>> remarks(Actor actor, Collection<ReportNumber> reports) {
        return remarks.orderedStream()
                .flatMap(source -> source.remarks(actor, reports).entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private void addContradicted(Actor actor, List<Tie> ties, Model model) {
        model.addAttribute(
                "contradicted",
                contradictions.between(
                        actor, ties.stream().map(tie -> tie.link().pair()).toList()));
    }

    private static void addCutting(Actor actor, Model model) {
        model.addAttribute("mayCut", actor.may(Permission.LINK_CUT));
        model.addAttribute("cutReasons", CutReason.ofPeople());
    }

    @Requires(Permission.REPORT_READ)
    @GetMapping("/reports/{number}/cluster/path")
    String path(Actor actor, @PathVariable ReportNumber number, @RequestParam ReportNumber to, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("to", to);
        Connection connection = clusters.connection(actor, number, to);
        model.addAttribute("view", PathView.of(connection));
        addContradicted(actor, connection.path(), model);
        addCutting(actor, model);
        return "linking/path";
    }

    @Requires(Permission.REPORT_READ)
    @GetMapping("/reports/{number}/cluster/timeline")
    String timeline(Actor actor, @PathVariable ReportNumber number, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("view", TimelineView.of(clusters.timelineOf(actor, number)));
        return "linking/timeline";
    }

    @Requires(Permission.LINK_CUT)
    @PostMapping("/reports/{number}/cluster/cuts")
    String cut(
            Actor actor,
            @PathVariable ReportNumber number,
            @RequestParam ReportNumber newer,
            @RequestParam ReportNumber older,
            @RequestParam CutReason reason) {
        ReportPair pair = Pairs.of(newer, older);
        var _ = links.cut(actor, pair, reason);
        return "redirect:/reports/" + number + "/cluster?cut=" + Pairs.name(pair);
    }

    @Requires(Permission.LINK_CUT)
    @PostMapping("/reports/{number}/cluster/cuts/{cut}/undo")
    String undo(Actor actor, @PathVariable ReportNumber number, @PathVariable UUID cut) {
        links.undoCut(actor, cut);
        return "redirect:/reports/" + number + "/cluster";
    }
}

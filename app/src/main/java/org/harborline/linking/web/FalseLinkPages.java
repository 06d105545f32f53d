// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.harborline.linking.CutReason;
import org.harborline.linking.FalseLink;
import org.harborline.linking.FalseLinks;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The register of links that were cut, and how often which rule was wrong for which reason.
@Controller
class FalseLinkPages {

    private static final int LISTED = 50;

    private final FalseLinks falseLinks;

    FalseLinkPages(FalseLinks falseLinks) {
        this.falseLinks = falseLinks;
    }

    @Requires(Permission.REPORT_READ)
    @GetMapping("/links/cut")
    String list(Actor actor, @RequestParam(required = false) @Nullable UUID after, Model model) {
        List<FalseLink> found = falseLinks.list(actor, after, LISTED + 1);
        List<FalseLink> shown = found.stream().limit(LISTED).toList();
        model.addAttribute("cuts", shown);
        model.addAttribute("reasons", CutReason.ofPeople());
        model.addAttribute("rules", byRule(falseLinks.counts(actor)));
        model.addAttribute("first", after == null ? null : "/links/cut");
        model.addAttribute(
                "next",
                found.size() > LISTED
                        ? "/links/cut?after=" + shown.getLast().cut().id()
                        : null);
        return "linking/false-links";
    }

    private static List<RuleView> byRule(List<FalseLink.Count> counts) {
        var byRule = new LinkedHashMap<Code, Map<String, Long>>();
        counts.forEach(count -> byRule.computeIfAbsent(count.rule(), _ -> new LinkedHashMap<>())
                .put(count.reason().name(), count.cuts()));
        return byRule.entrySet().stream()
                .map(rule -> new RuleView(rule.getKey(), rule.getValue()))
                .toList();
    }

    /// How often links of a rule were cut.
    ///
    /// @param cuts by reason
    record RuleView(Code rule, Map<String, Long> cuts) {

        public String key() {
            return "linking.rule." + rule;
        }

        public long of(CutReason reason) {
            return cuts.getOrDefault(reason.name(), 0L);
        }

        public long all() {
            return cuts.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.web;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.notices.Scorecards;
import org.harborline.notices.Scorecards.Overview;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Scorecards of all companies, for staff who talk with them.
@Controller
class StaffScorecardPages {

    static final String PATH = "/registry/scorecards";
    private static final int PAGE = 50;

    private final Scorecards scorecards;
    private final Organisations organisations;
    private final Clock clock;

    StaffScorecardPages(Scorecards scorecards, Organisations organisations, Clock clock) {
        this.scorecards = scorecards;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Requires(Permission.REGISTRY_READ)
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(required = false) @Nullable UUID after,
            Model model) {
        YearMonth running = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        YearMonth shown = month == null ? running : month;
        List<Overview> page =
                scorecards.list(actor, shown, Optional.ofNullable(after).map(ProviderId::new), PAGE);
        model.addAttribute("month", shown);
        model.addAttribute("earlier", shown.minusMonths(1));
        model.addAttribute("later", shown.isBefore(running) ? shown.plusMonths(1) : null);
        model.addAttribute("companies", page);
        model.addAttribute(
                "providers",
                organisations.findProviders(
                        actor, page.stream().map(Overview::provider).toList()));
        model.addAttribute("first", after == null ? null : PATH + "?month=" + shown);
        model.addAttribute(
                "following",
                page.size() < PAGE
                        ? null
                        : PATH + "?month=" + shown + "&after=" + page.getLast().provider());
        return "notices/scorecards";
    }

    @GetMapping(PATH + "/{provider}")
    @Requires(Permission.REGISTRY_READ)
    String show(
            Actor actor,
            @PathVariable UUID provider,
            @RequestParam(required = false) @Nullable YearMonth month,
            Model model) {
        Provider company = organisations
                .findProvider(actor, new ProviderId(provider))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
        new ScorecardView(company, PATH + "/" + provider)
                .fill(scorecards.of(actor, company.id(), Optional.ofNullable(month)), scorecards.useful(actor), model);
        return "notices/staff-scorecard";
    }
}

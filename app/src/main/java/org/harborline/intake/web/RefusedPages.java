// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.util.List;
import java.util.UUID;
import org.harborline.intake.RefusedEscalation;
import org.harborline.intake.RefusedEscalations;
import org.harborline.platform.Actor;
import org.harborline.platform.NavigationItem;
import org.harborline.platform.Permission;
import org.harborline.platform.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The duty officer's list of escalations that were not filed.
@Controller
class RefusedPages {

    private static final int PAGE = 50;

    private final RefusedEscalations refused;

    RefusedPages(RefusedEscalations refused) {
        this.refused = refused;
    }

    @Requires(Permission.PAGE_ACKNOWLEDGE)
    @GetMapping("/refused")
    String refused(Actor actor, @RequestParam(required = false) @Nullable UUID after, Model model) {
        List<RefusedEscalation> list = refused.list(actor, after, PAGE);
        model.addAttribute("refused", list);
        model.addAttribute("first", after == null ? null : "/refused");
        model.addAttribute(
                "next",
                list.size() < PAGE ? null : "/refused?after=" + list.getLast().id());
        return "intake/refused";
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavigationItem refusedInNavigation() {
            return new NavigationItem("intake.refused.navigation", "/refused", 60, Permission.PAGE_ACKNOWLEDGE, false);
        }
    }
}

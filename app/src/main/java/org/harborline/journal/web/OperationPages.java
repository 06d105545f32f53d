// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.web;

import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.NavigationItem;
import org.harborline.platform.Permission;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Requires;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// For whoever runs the installation: is anything lost, and is anything stuck.
@Controller
class OperationPages {

    private final Journal journal;

    OperationPages(Journal journal) {
        this.journal = journal;
    }

    @GetMapping("/operator/conservation")
    @Requires(Permission.OPERATE)
    String conservation(Actor actor, Model model) {
        model.addAttribute("laws", journal.conservation(actor));
        model.addAttribute("backlog", journal.backlog(actor));
        return "journal/conservation";
    }

    @GetMapping("/operator/parked")
    @Requires(Permission.OPERATE)
    String parked(Actor actor, Model model) {
        model.addAttribute("parked", journal.parked(actor));
        model.addAttribute("backlog", journal.backlog(actor));
        return "journal/parked";
    }

    @PostMapping("/operator/parked/retry")
    @Requires(Permission.OPERATE)
    String retry(
            Actor actor,
            @RequestParam String follower,
            @RequestParam String kind,
            @RequestParam String id,
            RedirectAttributes answer) {
        answer.addFlashAttribute("taken", journal.retry(actor, follower, new RecordRef(kind, id)));
        return "redirect:/operator/parked";
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavigationItem conservationItem() {
            return new NavigationItem(
                    "journal.navigation.conservation", "/operator/conservation", 10, Permission.OPERATE, true);
        }

        @Bean
        NavigationItem parkedItem() {
            return new NavigationItem("journal.navigation.parked", "/operator/parked", 20, Permission.OPERATE, true);
        }

        @Bean
        NavigationItem historyItem() {
            return new NavigationItem(
                    "journal.navigation.history", "/operator/journal", 30, Permission.JOURNAL_READ, true);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.harborline.triage.NewRotaContact;
import org.harborline.triage.Worklists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Who is paged about danger now.
@Controller
class RotaPages {

    private final Worklists worklists;

    RotaPages(Worklists worklists) {
        this.worklists = worklists;
    }

    @GetMapping("/operator/rota")
    @Requires(Permission.OPERATE)
    String rota(Actor actor, Model model) {
        model.addAttribute("nobodyReached", !worklists.somebodyCanBePaged());
        model.addAttribute("contacts", worklists.rota(actor));
        return "triage/rota";
    }

    @PostMapping("/operator/rota")
    @Requires(Permission.OPERATE)
    String add(Actor actor, @ModelAttribute ContactForm form) {
        worklists.addToRota(actor, form.contact());
        return "redirect:/operator/rota";
    }

    @PostMapping("/operator/rota/{contact}/remove")
    @Requires(Permission.OPERATE)
    String remove(Actor actor, @PathVariable UUID contact) {
        worklists.removeFromRota(actor, contact);
        return "redirect:/operator/rota";
    }

    /// A contact as typed. Times are in UTC.
    record ContactForm(
            int step,
            @Nullable String from,
            @Nullable String until,
            @Nullable String name,
            @Nullable String mail,
            @Nullable String webhook,
            @Nullable String language) {

        NewRotaContact contact() {
            try {
                return new NewRotaContact(
                        step,
                        instant(from),
                        instant(until),
                        text(name),
                        text(mail),
                        webhook == null || webhook.isBlank() ? null : webhook.strip(),
                        "es".equals(language) ? "es" : "en");
            } catch (java.time.format.DateTimeParseException | IllegalArgumentException wrong) {
                throw new ProblemException(PlatformProblem.INVALID_INPUT);
            }
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }

        private static @Nullable Instant instant(@Nullable String typed) {
            return typed == null || typed.isBlank()
                    ? null
                    : LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC);
        }

        @Override
        public String toString() {
            return "ContactForm(step " + step + ")";
        }
    }
}

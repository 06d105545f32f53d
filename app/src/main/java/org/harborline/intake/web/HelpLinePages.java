// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.UUID;
import org.harborline.intake.HelpLine;
import org.harborline.intake.HelpLines;
import org.harborline.intake.HelpLines.PutHelpLine;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where the operator keeps the numbers that people in need are shown.
@Controller
class HelpLinePages {

    private final HelpLines lines;
    private final Clock clock;

    HelpLinePages(HelpLines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    @Requires(Permission.OPERATE)
    @GetMapping("/operator/help-lines")
    String list(Actor actor, Locale language, Model model) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var all = lines.list(actor);
        model.addAttribute("lines", all);
        model.addAttribute("today", today);
        model.addAttribute("halfYear", today.plusMonths(6));
        model.addAttribute(
                "expired", all.stream().filter(line -> line.expiredOn(today)).count());
        model.addAttribute("kinds", HelpLine.Kind.values());
        model.addAttribute("countries", DoorView.allCountries(language));
        return "intake/help-lines";
    }

    @Requires(Permission.OPERATE)
    @PostMapping("/operator/help-lines")
    String put(Actor actor, @ModelAttribute Entered entered) {
        lines.put(actor, entered.command());
        return "redirect:/operator/help-lines";
    }

    @Requires(Permission.OPERATE)
    @PostMapping("/operator/help-lines/{id}/reviewed")
    String reviewed(Actor actor, @PathVariable UUID id, @RequestParam String reviewDue) {
        lines.reviewed(actor, id, date(reviewDue));
        return "redirect:/operator/help-lines";
    }

    @Requires(Permission.OPERATE)
    @PostMapping("/operator/help-lines/{id}/remove")
    String remove(Actor actor, @PathVariable UUID id) {
        lines.remove(actor, id);
        return "redirect:/operator/help-lines";
    }

    private static LocalDate date(@Nullable String typed) {
        try {
            return LocalDate.parse(typed == null ? "" : typed.strip());
        } catch (DateTimeParseException _) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
    }

    /// One as typed.
    record Entered(
            @Nullable String country,
            HelpLine.@Nullable Kind kind,
            @Nullable String name,
            @Nullable String number,
            @Nullable String hours,
            @Nullable String languages,
            @Nullable String reviewDue) {

        PutHelpLine command() {
            if (kind == null) {
                throw new ProblemException(PlatformProblem.INVALID_INPUT);
            }
            return new PutHelpLine(
                    text(country), kind, text(name), text(number), text(hours), text(languages), date(reviewDue));
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.harborline.intake.Scheme;
import org.harborline.intake.Schemes;
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
import org.springframework.web.bind.annotation.PostMapping;

/// Where the operator says what the law is.
@Controller
class SchemePages {

    private static final String PATH = "/operator/scheme";

    private final Schemes schemes;
    private final Clock clock;

    SchemePages(Schemes schemes, Clock clock) {
        this.schemes = schemes;
        this.clock = clock;
    }

    @Requires(Permission.OPERATE)
    @GetMapping(PATH)
    String show(Actor actor, Model model) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Scheme scheme = schemes.current(actor);
        model.addAttribute("scheme", scheme);
        model.addAttribute("overdue", scheme.overdueOn(today));
        model.addAttribute("year", today.plusYears(1));
        return "intake/scheme";
    }

    @Requires(Permission.OPERATE)
    @PostMapping(PATH)
    String put(Actor actor, @ModelAttribute Entered entered) {
        schemes.put(actor, entered.scheme());
        return "redirect:" + PATH;
    }

    /// As typed.
    record Entered(
            @Nullable String legalEffect,
            @Nullable String recipient,
            @Nullable Integer preservationDays,
            @Nullable Integer referenceDays,
            @Nullable String reviewDue) {

        Scheme scheme() {
            try {
                return new Scheme(
                        text(legalEffect),
                        text(recipient),
                        preservationDays == null ? 0 : preservationDays,
                        referenceDays == null ? 0 : referenceDays,
                        LocalDate.parse(text(reviewDue)));
            } catch (DateTimeParseException _) {
                throw new ProblemException(PlatformProblem.INVALID_INPUT);
            }
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }
}

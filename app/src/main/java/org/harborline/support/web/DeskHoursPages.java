// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.harborline.support.DeskHours;
import org.harborline.support.SupportProblem;
import org.harborline.support.SupportRequests;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// When somebody is at the desk. The door for survivors stands open only while somebody is, some hour of the week.
@Controller
class DeskHoursPages {

    private final SupportRequests requests;

    DeskHoursPages(SupportRequests requests) {
        this.requests = requests;
    }

    @GetMapping("/support-desk/hours")
    @Requires(Permission.SUPPORT_ANSWER)
    String show(Actor actor, Model model) {
        DeskHours hours = requests.hours(actor);
        model.addAttribute("hours", hours);
        model.addAttribute("days", DayOfWeek.values());
        return "support/hours";
    }

    @PostMapping("/support-desk/hours")
    @Requires(Permission.SUPPORT_ANSWER)
    String add(
            Actor actor,
            @RequestParam String zone,
            @RequestParam DayOfWeek day,
            @RequestParam LocalTime opens,
            @RequestParam LocalTime closes) {
        var shifts = new ArrayList<>(requests.hours(actor).shifts());
        try {
            var added = new DeskHours.Shift(day, opens, closes);
            shifts.removeIf(shift -> shift.day() == day && shift.opens().equals(opens));
            shifts.add(added);
            requests.changeHours(actor, new DeskHours(ZoneId.of(zone.strip()), shifts));
        } catch (DateTimeException | IllegalArgumentException _) {
            throw new ProblemException(SupportProblem.HOURS);
        }
        return "redirect:/support-desk/hours";
    }

    @PostMapping("/support-desk/hours/removal")
    @Requires(Permission.SUPPORT_ANSWER)
    String remove(Actor actor, @RequestParam DayOfWeek day, @RequestParam LocalTime opens) {
        DeskHours hours = requests.hours(actor);
        List<DeskHours.Shift> left = hours.shifts().stream()
                .filter(shift -> shift.day() != day || !shift.opens().equals(opens))
                .toList();
        requests.changeHours(actor, new DeskHours(hours.zone(), left));
        return "redirect:/support-desk/hours";
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.internal;

import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.harborline.intake.survivors.SurvivorDesk;
import org.harborline.platform.Actor;
import org.harborline.support.DeskHours;
import org.harborline.support.SupportRequests;
import org.springframework.stereotype.Component;

/// Tells the public door when somebody is at the desk.
@Component
class PublicHours implements SurvivorDesk {

    private static final Actor SELF = Actor.system("support");
    private static final String PATH = "/support";

    private final SupportRequests requests;

    PublicHours(SupportRequests requests) {
        this.requests = requests;
    }

    @Override
    public Optional<Staffed> staffed(String language) {
        DeskHours hours = requests.hours(SELF);
        if (!hours.isStaffed()) {
            return Optional.empty();
        }
        Locale reader = Locale.forLanguageTag(language);
        String shifts = hours.shifts().stream()
                .map(shift -> shift.day().getDisplayName(TextStyle.SHORT, reader) + " " + shift.opens() + "–"
                        + shift.closes())
                .collect(Collectors.joining(", "));
        return Optional.of(
                new Staffed(shifts + " (" + hours.zone().getDisplayName(TextStyle.SHORT, reader) + ")", PATH));
    }
}

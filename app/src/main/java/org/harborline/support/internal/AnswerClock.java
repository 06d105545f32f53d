// SPDX-License-Identifier: Apache-2.0
package org.harborline.support.internal;

import java.time.Instant;
import java.util.Optional;
import org.harborline.support.DeskHours;
import org.springframework.stereotype.Component;

/// By when somebody has an answer, counted in hours at the desk.
@Component
class AnswerClock {

    private final HoursTable hours;
    private final SupportSettings settings;

    AnswerClock(HoursTable hours, SupportSettings settings) {
        this.hours = hours;
        this.settings = settings;
    }

    DeskHours hours() {
        return hours.hours();
    }

    /// By when whoever asks now is answered; empty when nobody is ever at the desk.
    Optional<Instant> answerBy(Instant from) {
        return hours().afterStaffed(from, settings.answerWithin());
    }
}

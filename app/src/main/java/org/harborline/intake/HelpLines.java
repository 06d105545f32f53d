// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.harborline.platform.Actor;

/// Emergency and help numbers by country, with the day when each must be looked at again. Which country is asked, never
/// guessed.
public interface HelpLines {

    /// Countries with numbers, as ISO codes.
    List<String> countries(Actor actor);

    /// What may be shown for a country: the emergency number first; whatever nobody reviewed in time is left out, and
    /// the emergency number stands alone then.
    List<HelpLine> shown(Actor actor, String country);

    /// All, for the operator. Needs [org.harborline.platform.Permission#OPERATE].
    List<HelpLine> list(Actor actor);

    /// Those that nobody reviewed in time, the longest overdue first. Needs
    /// [org.harborline.platform.Permission#OPERATE].
    List<HelpLine> overdue(Actor actor);

    /// Enters one, or replaces the one with the same country, kind and name.
    void put(Actor actor, PutHelpLine command);

    /// Says that one was tried and is right, until a day.
    void reviewed(Actor actor, UUID id, LocalDate until);

    void remove(Actor actor, UUID id);

    /// One as entered.
    record PutHelpLine(
            String country,
            HelpLine.Kind kind,
            String name,
            String number,
            String hours,
            String languages,
            LocalDate reviewDue) {}
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.survivors;

import java.util.List;
import org.harborline.platform.Actor;

/// Numbers that somebody in need can call, as the operator keeps them. Which country is asked, never guessed,
/// and what nobody reviewed in time is left out but for emergency numbers.
public interface NumbersToCall {

    /// Countries with numbers, as ISO codes.
    List<String> countries(Actor actor);

    /// What may be shown for a country, the emergency number first; empty when there is none.
    List<Line> in(Actor actor, String country);

    /// A number and whom one reaches by it.
    record Line(Kind kind, String name, String number, String hours, String languages) {

        public boolean isEmergency() {
            return kind == Kind.EMERGENCY;
        }
    }

    /// What a number is for.
    enum Kind {
        /// The national emergency number.
        EMERGENCY,
        /// For children and teenagers.
        CHILD,
        /// For survivors and families.
        SURVIVOR,
        /// For anybody in a crisis.
        CRISIS
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Code;

/// What the sender said, reduced to the codes that priority rules and the possible-child check need. Never changes.
///
/// @param category answer to [RuleInput#CATEGORY]
/// @param marks names of the sender inputs that are answered yes
/// @param childSigns why a reported person may be a child or a victim
/// @param modifiers what orders it inside its level, as codes of [PlaceInLevel]
record Filed(
        ReportNumber report,
        UUID provider,
        String category,
        Instant filedAt,
        Set<String> marks,
        Set<Code> childSigns,
        Set<Code> modifiers) {

    private static final Set<String> SAID_BY_PUBLIC = Set.of(
            RuleInput.DANGER_NOW.key(),
            RuleInput.SAID_MEETING.key(),
            RuleInput.SAID_THREAT.key(),
            RuleInput.SAID_MISSING.key());

    Filed {
        marks = Set.copyOf(marks);
        childSigns = Set.copyOf(childSigns);
        modifiers = Set.copyOf(modifiers);
    }

    /// Whether somebody who is no company says that it is urgent.
    boolean saidByPublic() {
        return !escalated() && marks.stream().anyMatch(SAID_BY_PUBLIC::contains);
    }

    boolean escalated() {
        return marks.contains(RuleInput.ESCALATED.key());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// Where a report stands: how urgent and why, by when, what was decided.
///
/// @param category the sender's category as triage asks it, such as `enticement`
/// @param confirmed false only for a P1 on the sender's word alone
/// @param tableVersion version of the priority table that gave the reasons
/// @param reasons why, strictest first; a linked report's number may follow a colon
/// @param setAside reasons that a person lowered in spite of
/// @param wouldBe the lower level that only a person may grant; absent when there is nothing to decide
/// @param childSigns why a reported person may be a child or a victim; empty when nothing says so
/// @param modifiers what orders it among reports of its level whose clocks end together
/// @param firstLookDueAt when somebody must have looked
/// @param firstLookAt when somebody did
/// @param referralDueAt when it must have been referred; absent where the level is not for referral
/// @param answeredYes first-look facts that hold
/// @param answeredNo first-look facts that do not; all others are unknown
/// @param raisedSince the priority rose after the report was designated
/// @param outcome how the case ended where nothing can be built on the report; see [CaseOutcome]
public record ReportStanding(
        ReportNumber report,
        UUID provider,
        Code category,
        Instant filedAt,
        Priority priority,
        boolean confirmed,
        int tableVersion,
        List<Code> reasons,
        Set<Code> setAside,
        @Nullable Priority wouldBe,
        Set<Code> childSigns,
        Set<Code> modifiers,
        @Nullable SafeguardingOutcome safeguarding,
        Instant firstLookDueAt,
        @Nullable Instant firstLookAt,
        @Nullable Instant referralDueAt,
        Set<Code> answeredYes,
        Set<Code> answeredNo,
        @Nullable Designation designation,
        @Nullable Code designationReason,
        @Nullable Instant designatedAt,
        boolean raisedSince,
        @Nullable Code outcome) {

    public ReportStanding {
        reasons = List.copyOf(reasons);
        setAside = Set.copyOf(setAside);
        childSigns = Set.copyOf(childSigns);
        modifiers = Set.copyOf(modifiers);
        answeredYes = Set.copyOf(answeredYes);
        answeredNo = Set.copyOf(answeredNo);
    }

    /// Whether a referral must wait for the possible-child check.
    public SafeguardingState safeguardingState() {
        if (safeguarding != null) {
            return SafeguardingState.DONE;
        }
        return childSigns.isEmpty() ? SafeguardingState.NOT_NEEDED : SafeguardingState.NEEDED;
    }

    /// Whether page and package must say first that somebody reported may be a child or a victim. A check that found
    /// the
    /// signs not to hold ends it; nothing else does.
    public boolean mayBeChildOrVictim() {
        return safeguarding == null ? !childSigns.isEmpty() : safeguarding != SafeguardingOutcome.SIGNS_DO_NOT_HOLD;
    }
}

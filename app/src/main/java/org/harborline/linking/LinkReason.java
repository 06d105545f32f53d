// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Duration;
import org.harborline.intake.IdentifierKind;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// One reason why two reports are linked.
///
/// @param rule the rule that made both keys equal
/// @param lost why it does not hold any more; absent while it does
/// @param apart between the two sightings; absent for an asserted reason
/// @param rarity how common the identifier is; absent for an asserted reason
public record LinkReason(
        Tier tier,
        Code rule,
        int ruleVersion,
        IdentifierKind kind,
        @Nullable Lost lost,
        @Nullable Duration apart,
        @Nullable Rarity rarity) {

    /// Why a reason does not hold any more.
    public enum Lost {
        /// The identifier is in too many reports by now.
        SPREAD,
        /// It rested on a finding that was withdrawn.
        FINDING,
        /// The case of one of the two reports ended as no crime, false or the like: nothing may rest on what it
        /// states.
        OUTCOME,
        /// It rests on something that changes hands, and the two reports contradict each other about who has it.
        CONTRADICTED
    }

    /// How common an identifier is, which weighs what it says.
    ///
    /// @param reports how many reports hold it
    /// @param senders from how many senders
    /// @param more there are more than were counted
    public record Rarity(long reports, long senders, boolean more) {}
}

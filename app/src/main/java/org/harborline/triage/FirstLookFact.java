// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.util.Locale;
import org.harborline.platform.Code;

/// The coded questions of a first look. Each is answered yes, no or unknown; unknown is not no, it is a question still
/// open. What an answer means for the priority is said by the decision table.
public enum FirstLookFact {
    LIFE_AT_RISK_NOW(Group.DANGER),
    CHILD_WITH_REPORTED_PERSON(Group.DANGER),
    MEETING_ARRANGED(Group.DANGER),
    THREAT_CONTINUES(Group.DANGER),
    SELF_HARM_RISK(Group.DANGER),
    MISSING_CHILD(Group.DANGER),
    LIVE_EVENT(Group.DANGER),
    AGENCY_ASKS(Group.DANGER),
    ACCESS_TO_CHILDREN(Group.REACH),
    NEW_VICTIM(Group.REACH),
    CONTACT(Group.REACH),
    SEVERAL_CHILDREN(Group.REACH),
    VICTIM_OR_FAMILY_REPORTS(Group.REACH),
    LIMITED_INFORMATION(Group.WEIGHT),
    SHARED_WITHOUT_MALICE(Group.WEIGHT),
    VOID(Group.WEIGHT),
    NOTHING_BUT_SPAM(Group.WEIGHT);

    private final Group group;

    FirstLookFact(Group group) {
        this.group = group;
    }

    /// Which part of the form asks it.
    public Group group() {
        return group;
    }

    /// Permanent code, such as `life-at-risk-now`.
    public Code code() {
        return Code.of(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// The fact with this code.
    ///
    /// @throws IllegalArgumentException for any other code
    public static FirstLookFact of(Code code) {
        return valueOf(code.value().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// Parts of the form, in the order in which they are asked.
    public enum Group {
        /// Is somebody in danger now?
        DANGER,
        /// Can the reported person reach children, and is anybody newly harmed?
        REACH,
        /// How much is there to go on?
        WEIGHT
    }
}

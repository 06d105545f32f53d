// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.util.Collection;
import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;

/// Urgent reports that were designated for referral and are with nobody when the clock of their
/// referral has ended. Which are with nobody is known to a later module, which triage cannot follow: it
/// says so, and people on duty are called about those that are late.
public interface LateReferrals {

    /// As many as are looked at. With more than this, calling about one more helps nobody.
    int MOST = 1000;

    /// Says which urgent reports are with nobody now: all of them, most urgent first. What is not among
    /// them any more is settled. People on duty are called about what is new or was left for long, by
    /// one message for all of it, unless somebody has acknowledged it. Needs
    /// [org.harborline.platform.Permission#REFER].
    void withNobody(Actor actor, Collection<ReportNumber> reports);

    /// What is late, first what nobody has acknowledged, then by the clock; at most a page. Needs
    /// [org.harborline.platform.Permission#WORKLIST_USE].
    List<LateReferral> list(Actor actor);

    /// How many nobody has acknowledged. Needs [org.harborline.platform.Permission#WORKLIST_USE].
    int unacknowledged(Actor actor);

    /// Sees to it that these reports are referred: nobody is called about them for some hours. They stay
    /// on the list until an agency has them, and where none has by then, the calls begin again. What is not
    /// late or was acknowledged before stays as it is. Needs
    /// [org.harborline.platform.Permission#PAGE_ACKNOWLEDGE].
    void acknowledge(Actor actor, Collection<ReportNumber> reports);
}

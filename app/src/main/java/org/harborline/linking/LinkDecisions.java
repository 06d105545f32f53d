// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Instant;
import java.util.UUID;
import org.harborline.platform.Actor;

/// What people decide about links beside cutting them. A confirmation is a person's own word that two reports
/// belong together: it holds whatever becomes of the identifiers, until it is undone or the link is cut. An
/// expiry is a cut at a moment in the future.
public interface LinkDecisions {

    /// What was decided about a pair and is in force. Needs [org.harborline.platform.Permission#REPORT_READ].
    Decided on(Actor actor, ReportPair pair);

    /// Confirms a link that is not cut, also one whose reasons do not hold any more. Needs
    /// [org.harborline.platform.Permission#LINK_CUT].
    UUID confirm(Actor actor, ReportPair pair);

    /// Takes a confirmation back. Needs [org.harborline.platform.Permission#LINK_CUT].
    void undoConfirmation(Actor actor, UUID confirmation);

    /// Has a link cut at a moment. Needs [org.harborline.platform.Permission#LINK_CUT].
    ///
    /// @param at in the future
    UUID expire(Actor actor, ReportPair pair, Instant at);

    /// Takes an expiry back that has not come. One that has come is undone as any other cut. Needs
    /// [org.harborline.platform.Permission#LINK_CUT].
    void liftExpiry(Actor actor, UUID expiry);
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.time.Instant;
import java.util.Locale;
import org.harborline.platform.Code;

/// Why a package that was decided does not go out yet, in sight of everybody who refers.
///
/// @param owner opaque id of who opened the referral it belongs to
/// @param until when somebody must look after it at the latest
public record Held(Why why, String owner, Instant until) {

    /// What stands in the way. Looked at again by itself, so nobody needs to release anything by hand.
    public enum Why {
        /// Nothing may be sent to the agency.
        AGENCY_NOT_READY,
        /// Somebody reported may be a child or a victim, and nobody has checked yet.
        SAFEGUARDING_CHECK,
        /// Everything rests on one IP address, and no second person has compared it yet.
        ADDRESS_CHECK,
        /// Its report is not, or no longer, designated as actionable.
        NOT_ACTIONABLE,
        /// The link it rests on was withdrawn meanwhile.
        LINK_WITHDRAWN;

        /// Whether this may never end by itself, so that a person may give the package up.
        public boolean mayStayForGood() {
            return this == LINK_WITHDRAWN || this == NOT_ACTIONABLE || this == AGENCY_NOT_READY;
        }

        /// The word in the journal.
        public Code code() {
            return Code.of(name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }
}

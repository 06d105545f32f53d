// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

/// What the holder of an invitation link is asked for.
///
/// @param reason why the link was given out
/// @param displayName empty for the first administrator, who chooses it
public record OpenInvitation(Reason reason, String displayName) {

    /// Why a link was given out.
    public enum Reason {
        INVITED,
        PASSWORD_RESET,
        FIRST_ADMINISTRATOR
    }

    @Override
    public String toString() {
        return "OpenInvitation[" + reason + "]";
    }
}

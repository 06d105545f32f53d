// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import org.jspecify.annotations.Nullable;

/// What the sender did about an account, and whether it told all it knows of it. Absent is not false.
///
/// @param allEmailsReported the report holds every e-mail address of the account
/// @param associatedAs how an associated account belongs to the reported one; absent for all others
public record AccountStanding(
        @Nullable Disabling temporarilyDisabled,
        @Nullable Disabling permanentlyDisabled,
        @Nullable Boolean allEmailsReported,
        @Nullable AssociatedAs associatedAs) {

    /// Nothing was said.
    public static final AccountStanding UNSTATED = new AccountStanding(null, null, null, null);

    /// Whether an account was disabled, and whether its holder knows. The times tell an agency what is still there and
    /// who was warned.
    public record Disabling(
            boolean disabled,
            @Nullable StatedTime disabledAt,
            @Nullable Boolean holderNotified,
            @Nullable StatedTime holderNotifiedAt,
            @Nullable StatedTime reenabledAt) {}
}

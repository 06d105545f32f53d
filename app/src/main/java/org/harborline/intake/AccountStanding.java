// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import org.jspecify.annotations.Nullable;

/// What the sender says of an account apart from its names: where it is, what was done about it, and whether all that
/// is known was told. Absent is not false.
///
/// @param allEmailsReported the report holds every e-mail address of the account
/// @param associatedAs how an associated account belongs to the reported one; absent for all others
/// @param service on which it is; beside every name of it also the name's qualifier
/// @param platform of an associated account, which can name both
public record AccountStanding(
        @Nullable Disabling temporarilyDisabled,
        @Nullable Disabling permanentlyDisabled,
        @Nullable Boolean allEmailsReported,
        @Nullable AssociatedAs associatedAs,
        @Nullable String service,
        @Nullable String platform) {

    /// Nothing was said.
    public static final AccountStanding UNSTATED = new AccountStanding(null, null, null, null, null, null);

    /// Whether an account was disabled, and whether its holder knows. The times tell an agency what is still there and
    /// who was warned.
    public record Disabling(
            boolean disabled,
            @Nullable StatedTime disabledAt,
            @Nullable Boolean holderNotified,
            @Nullable StatedTime holderNotifiedAt,
            @Nullable StatedTime reenabledAt) {}
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One identifier as the sender stated it: raw value, whose it is, when it was seen and how good it is. Never changed
/// after receipt.
///
/// @param kind what it identifies
/// @param value raw, after the content gate; a phone's extension stands behind its number as `ext. 12`
/// @param qualifier what the value is to be read with: the service of a provider user id or screen name, the type of a
/// device id, the
/// calling code of a phone; absent when not stated
/// @param type the sender's own type code, such as `Home` or `Recovery`
/// @param role whose it is
/// @param party counts the parties of that role from 0; identifiers with the same role and party belong to the same
/// stated person
/// @param event what the account was doing
/// @param time when it was seen
/// @param port source port of an address
/// @param quality what the sender said about its worth
/// @param path position in the received document, such as `/report/personOrUserReported[1]/ipCaptureEvent[2]`
public record StatedIdentifier(
        IdentifierKind kind,
        String value,
        @Nullable String qualifier,
        @Nullable String type,
        PartyRole role,
        int party,
        @Nullable CaptureEvent event,
        @Nullable StatedTime time,
        @Nullable Integer port,
        Quality quality,
        String path) {

    /// What a sender says about an identifier. Absent is not false.
    ///
    /// @param verified the sender checked that the person controls it
    /// @param verifiedAt when it did
    /// @param possibleProxy the address may belong to a proxy
    /// @param compromisedAccount somebody else may have used the account
    /// @param thirdParty the account belongs to another company's service
    /// @param holderUnknown it is stated of somebody and may be another's
    public record Quality(
            @Nullable Boolean verified,
            @Nullable StatedTime verifiedAt,
            @Nullable Boolean possibleProxy,
            @Nullable Boolean compromisedAccount,
            @Nullable Boolean thirdParty,
            boolean holderUnknown) {

        /// Of somebody who holds it, for all that is known.
        public Quality(
                @Nullable Boolean verified,
                @Nullable StatedTime verifiedAt,
                @Nullable Boolean possibleProxy,
                @Nullable Boolean compromisedAccount,
                @Nullable Boolean thirdParty) {
            this(verified, verifiedAt, possibleProxy, compromisedAccount, thirdParty, false);
        }

        public static final Quality UNSTATED = new Quality(null, null, null, null, null);
    }

    /// Whose it is in the end.
    public StatedOwner owner() {
        return StatedOwner.of(role, party, path);
    }

    /// What stands where the content gate left something out.
    private static final Pattern MARKER = Pattern.compile("\\[not kept: [a-z ]{1,40}(?:, [0-9]{1,10} characters)?]");

    /// Whether the content gate left the identifier as it was stated. One that it cut looks like others cut at the same
    /// place.
    public boolean isWhole() {
        return !MARKER.matcher(value).find()
                && (qualifier == null || !MARKER.matcher(qualifier).find());
    }

    @Override
    public String toString() {
        return "StatedIdentifier(" + kind + ", " + role + " " + party + ", " + path + ")";
    }
}

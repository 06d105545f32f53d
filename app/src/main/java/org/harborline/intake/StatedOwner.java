// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whose something in a report is. An account that a sender ties to somebody is that one's: the account of a parent
/// under a victim says where the child is, not where the reported person is.
///
/// @param index counts the parties of the role from 0
public record StatedOwner(PartyRole role, int index) {

    private static final Pattern TIED =
            Pattern.compile("/report/(personOrUserReported|intendedRecipient|victim)\\[(\\d+)]/associatedAccount\\b.*");

    /// The party itself, or the one to which an associated account is tied.
    ///
    /// @param path position in the received document, which alone says to whom an account is tied
    static StatedOwner of(PartyRole role, int party, String path) {
        Matcher tied = TIED.matcher(path);
        if (role != PartyRole.ASSOCIATED_ACCOUNT || !tied.matches()) {
            return new StatedOwner(role, party);
        }
        return new StatedOwner(role(tied.group(1)), Integer.parseInt(tied.group(2)) - 1);
    }

    private static PartyRole role(String element) {
        return switch (element) {
            case "victim" -> PartyRole.VICTIM;
            case "intendedRecipient" -> PartyRole.INTENDED_RECIPIENT;
            default -> PartyRole.REPORTED_PERSON;
        };
    }
}

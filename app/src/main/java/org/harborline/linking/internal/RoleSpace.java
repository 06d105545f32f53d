// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import org.harborline.intake.PartyRole;
import org.harborline.intake.StatedIdentifier;

/// Whose identifiers may meet. Keys of different spaces never make a link; when they are equal a person is alerted.
enum RoleSpace {
    /// Reported persons, their tied accounts, and what the incident states of nobody, see [Whose].
    REPORTED("reported"),
    /// Children and others named as victims.
    VICTIM("victim"),
    /// Intended recipients: some are children, some are not.
    RECIPIENT("recipient");

    private final String code;

    RoleSpace(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static RoleSpace of(StatedIdentifier stated) {
        return switch (stated.role()) {
            case VICTIM -> VICTIM;
            case INTENDED_RECIPIENT -> RECIPIENT;
            case REPORTED_PERSON, INCIDENT -> REPORTED;
            case ASSOCIATED_ACCOUNT -> of(stated.owner().role());
        };
    }

    /// The space of a finding, which names a role and no place.
    static RoleSpace of(PartyRole role) {
        return switch (role) {
            case VICTIM -> VICTIM;
            case INTENDED_RECIPIENT -> RECIPIENT;
            case REPORTED_PERSON, INCIDENT, ASSOCIATED_ACCOUNT -> REPORTED;
        };
    }
}

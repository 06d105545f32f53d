// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.email;

import org.harborline.intake.PartyRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleSpaceTests {

    @ParameterizedTest
    @CsvSource({
        "REPORTED_PERSON, /report/personOrUserReported[1]/x, REPORTED",
        "INCIDENT, /report/internetDetails[1]/x, REPORTED",
        "VICTIM, /report/victim[1]/x, VICTIM",
        "INTENDED_RECIPIENT, /report/intendedRecipient[1]/x, RECIPIENT",
        "ASSOCIATED_ACCOUNT, /report/personOrUserReported[1]/associatedAccount[1]/x, REPORTED",
        "ASSOCIATED_ACCOUNT, /report/victim[2]/associatedAccount[1]/x, VICTIM",
        "ASSOCIATED_ACCOUNT, /report/intendedRecipient[1]/associatedAccount[1]/x, RECIPIENT"
    })
    void followsThePlaceInTheDocumentForTiedAccounts(PartyRole role, String path, RoleSpace space) {
        assertThat(RoleSpace.of(email("sam@town.example").of(role).path(path).build()))
                .isEqualTo(space);
    }
}

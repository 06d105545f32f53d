// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaTests {

    @ParameterizedTest
    @CsvSource({
        "ANYWHERE, US, ,",
        "COUNTRY, , ,",
        "COUNTRY, us, ,",
        "COUNTRY, US, CA,",
        "REGION, US, ,",
        "REGION, US, CA, Fresno",
        "CITY, US, CA,",
        "CITY, US, , Fresno",
        "COUNTY, US, California, Fresno",
        "POSTCODE, US, CA, 937",
        "POSTCODE, US, , ' '"
    })
    void hasExactlyThePartsItsScopeNeeds(Area.Scope scope, String country, String region, String place) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Area(scope, country, region, place));
    }

    @Test
    void anEntryAppliesFromItsFirstDayUntilTheDayBeforeItsEnd() {
        var from = LocalDate.of(2026, 3, 1);
        var until = LocalDate.of(2026, 9, 1);
        var entry = new CoverageArea(
                new CoverageId(UUID.randomUUID()),
                new AgencyId(UUID.randomUUID()),
                Area.country("FR"),
                from,
                until,
                new Verification(false, "somebody", from),
                false,
                1);
        assertThat(entry.appliesOn(from.minusDays(1))).isFalse();
        assertThat(entry.appliesOn(from)).isTrue();
        assertThat(entry.appliesOn(until.minusDays(1))).isTrue();
        assertThat(entry.appliesOn(until)).isFalse();
    }

    @Test
    void aContactIsStaleOnlyAfterTheLimit() {
        var checked = LocalDate.of(2026, 1, 1);
        var contact = new ContactPoint(
                UUID.randomUUID(),
                ContactKind.ROTA,
                1,
                new ContactPoint.Details("Rota first", "rota@provider.example", null, null),
                checked);
        assertThat(contact.staleOn(checked.plusDays(ContactPoint.STALE_AFTER_DAYS)))
                .isFalse();
        assertThat(contact.staleOn(checked.plusDays(ContactPoint.STALE_AFTER_DAYS + 1)))
                .isTrue();
    }

    @Test
    void nothingSecretOrPersonalIsPrinted() {
        var details = new ContactPoint.Details("Rota first", "rota@provider.example", "+1 202 555 0101", "1 Street");
        var contact = new ContactPoint(new UUID(1, 2), ContactKind.ROTA, 1, details, LocalDate.of(2026, 1, 1));
        var issued = new IssuedCredential(new CredentialId(new UUID(3, 4)), "p-1", "planted-secret");
        var place = new Place("US", "CA", "Fresno County", "Clovis", "93611");
        assertThat(contact.toString() + details + issued + place)
                .doesNotContain("Rota", "example", "555", "Street", "planted-secret", "Clovis", "93611", "Fresno");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How two values of a kind are read and compared.
class ComparisonTests {

    @ParameterizedTest
    @CsvSource({
        "GIVEN_NAME, Müller, MULLER, SAME",
        "GIVEN_NAME, Иван, Ivan, SAME",
        "GIVEN_NAME, ILGIN, ilgin, SAME",
        "GIVEN_NAME, Robert, Bob, VARIANT",
        "GIVEN_NAME, Bob, Rob, VARIANT",
        "SURNAME, van der Berg, vanderberg, VARIANT",
        "SURNAME, O'Neill, ONeill, SAME",
        "SURNAME, Clarke, Calrke, ONE_EDIT",
        "SURNAME, Thompson, Tompsn, CLOSE",
        "GIVEN_NAME, J, Jonathan, PART",
        "GIVEN_NAME, Anna, Anna Maria, PART",
        "SURNAME, Philips, Fillibs, SOUND",
        "SURNAME, Smith, Garcia, DIFFERENT",
        "FULL_NAME, Ada Perez, 'Perez, Ada', SWAPPED",
        "FULL_NAME, Robert Smith, Bob Smith, VARIANT",
        "FULL_NAME, Robert Smith, Robert Jones, DIFFERENT",
        "BIRTH_DATE, 1980-03-04, 04/03/1980, SAME",
        "BIRTH_DATE, 1980-03-04, 19800403, SWAPPED",
        "BIRTH_DATE, 19800304, 19800314, ONE_EDIT",
        "BIRTH_DATE, 19800304, 19803004, ONE_EDIT",
        "BIRTH_DATE, 1980-03-04, 4 March 1980, SAME",
        "BIRTH_DATE, 1980-03-04, 1980-03-27, CLOSE",
        "BIRTH_DATE, 1980-03-04, 1980, PART",
        "BIRTH_DATE, 1980-03-04, 1951-11-27, DIFFERENT",
        "PHONE, +1 202 555 0143, (202) 555-0143, SAME",
        "PHONE, 0402 555 143, 0402 555 134, ONE_EDIT",
        "HANDLE, Quiet_Fox, quietfox, SAME",
        "HANDLE, quietfox12, quietfox99x, DIFFERENT",
        "HANDLE, quietfox1, quietfox2024, PART",
        "EMAIL, Ada.P@post.example, ada.p@post.example, SAME",
        "EMAIL, ada.p@post.example, ada.p@mail.example, VARIANT",
        "STREET, maltby circuit, maltbycircuit, VARIANT",
        "STREET, maltby circuit, maltby, PART",
        "LOCALITY, coolaroo, coolarooo, ONE_EDIT",
        "POSTCODE, 3465, 3645, ONE_EDIT",
        "HOUSE_NUMBER, 12, 12a, ONE_EDIT",
        "REGION, nsw, vic, DIFFERENT"
    })
    void findsHowFarTwoValuesAgree(Kind kind, String a, String b, Level level) {
        Value first = Values.of(kind, a).orElseThrow();
        Value second = Values.of(kind, b).orElseThrow();
        assertThat(Comparison.of(kind).of(first, second)).isEqualTo(level);
        assertThat(Comparison.of(kind).of(second, first))
                .as("the other way round")
                .isEqualTo(level);
        assertThat(Comparison.of(kind).levels()).contains(level);
    }

    @Test
    void saysNothingOfValuesThatSayNothing() {
        assertThat(Values.of(Kind.SURNAME, " - ")).isEmpty();
        assertThat(Values.of(Kind.SURNAME, "Unknown")).isEmpty();
        assertThat(Values.of(Kind.PHONE, "none")).isEmpty();
    }

    @Test
    void seesNamesAndPartsOfAnAddressInEachOthersFields() {
        var fields = new Fields(List.of(
                new Field("given", Kind.GIVEN_NAME),
                new Field("surname", Kind.SURNAME),
                new Field("born", Kind.BIRTH_DATE)));
        Person written = fields.read(List.of(List.of("Ada"), List.of("Perez"), List.of("1980-03-04")));
        Person exchanged = fields.read(List.of(List.of("Perez"), List.of("Ada"), List.of()));
        var comparing = new Comparing(fields);
        assertThat(comparing.level(0, written, exchanged)).isEqualTo(Level.ELSEWHERE);
        assertThat(comparing.level(1, written, exchanged)).isEqualTo(Level.ELSEWHERE);
        assertThat(comparing.level(2, written, exchanged)).isEqualTo(Level.MISSING);
    }

    @Test
    void takesTheTwoValuesThatAgreeBest() {
        var fields = new Fields(List.of(new Field("handle", Kind.HANDLE), new Field("phone", Kind.PHONE)));
        Person one = fields.read(List.of(List.of("quietfox", "other"), List.of()));
        Person other = fields.read(List.of(List.of("something", "QuietFox"), List.of()));
        assertThat(new Comparing(fields).level(0, one, other)).isEqualTo(Level.SAME);
    }

    @Test
    void masksWhatItHolds() {
        var fields = new Fields(List.of(new Field("given", Kind.GIVEN_NAME), new Field("surname", Kind.SURNAME)));
        Person person = fields.read(List.of(List.of("Ada"), List.of("Perez")));
        assertThat(person.toString() + person.of(0)).doesNotContainIgnoringCase("ada");
    }
}

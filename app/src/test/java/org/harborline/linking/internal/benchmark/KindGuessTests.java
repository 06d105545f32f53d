// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.harborline.linking.internal.likeness.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a column is taken for, by its name or by its values.
class KindGuessTests {

    @ParameterizedTest
    @CsvSource({
        "given_name, GIVEN_NAME",
        "first_name, GIVEN_NAME",
        "FirstName, GIVEN_NAME",
        "fname, GIVEN_NAME",
        "surname, SURNAME",
        "last name, SURNAME",
        "apellido, SURNAME",
        "name, FULL_NAME",
        "full_name, FULL_NAME",
        "address_1, STREET",
        "address_2, STREET",
        "suburb, LOCALITY",
        "city, LOCALITY",
        "zip, POSTCODE",
        "postcode, POSTCODE",
        "state, REGION",
        "email, EMAIL",
        "email_address, EMAIL",
        "phone_number, PHONE",
        "mobile, PHONE",
        "user_name, HANDLE",
        "gender, CATEGORY",
        "dirección, STREET",
        "Móvil, PHONE",
        "código_postal, POSTCODE",
        "teléfono, PHONE"
    })
    void goesByTheName(String column, Kind kind) {
        assertThat(KindGuess.of(column, List.of("ab", "cd", "ef"))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "dob, 1980-03-04, BIRTH_DATE",
        "date_of_birth, 19800304, BIRTH_DATE",
        "birth_year, 1980, NUMBER",
        "street_number, 12a, HOUSE_NUMBER",
        "f1, ada@post.example, EMAIL",
        "f2, 04/03/1980, BIRTH_DATE",
        "f3, 19800304, BIRTH_DATE"
    })
    void goesByTheValuesWhereTheNameIsNotEnough(String column, String value, Kind kind) {
        assertThat(KindGuess.of(column, List.of(value, value))).isEqualTo(kind);
    }

    @Test
    void tellsNumbersMarksTextAndCategoriesApart() {
        assertThat(KindGuess.of("x", List.of("a", "b", "a"))).isEqualTo(Kind.CATEGORY);
        assertThat(KindGuess.of("x", many("%d"))).isEqualTo(Kind.NUMBER);
        assertThat(KindGuess.of("x", many("AB-%d"))).isEqualTo(Kind.CODE);
        assertThat(KindGuess.of("x", many("+1 202 555 %04d"))).isEqualTo(Kind.PHONE);
        assertThat(KindGuess.of("x", many("some words %d"))).isEqualTo(Kind.TEXT);
    }

    private static List<String> many(String pattern) {
        return IntStream.range(0, 100).mapToObj(pattern::formatted).toList();
    }
}

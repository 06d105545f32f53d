// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.a;
import static org.harborline.linking.internal.Stated.email;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.harborline.intake.IdentifierKind;
import org.junit.jupiter.api.Test;

class LargeReportTests extends LinkingCase {

    private static final int IDENTIFIERS = 33_000;

    @Test
    void linksByTheLastOfThirtyThreeThousandIdentifiers() {
        var known = reports.file(email("last@town.example"));
        var large = reports.file(Stream.concat(
                        IntStream.range(1, IDENTIFIERS).mapToObj(i -> a(IdentifierKind.GROUP, "group-" + i)),
                        Stream.of(email("last@town.example")))
                .toArray(Stated[]::new));
        settle();

        assertThat(linkedTo(large)).containsExactly(known);
        assertThat(database.sql(
                                "SELECT max(ordinal), max(identifier_index) FROM linking.sighting WHERE report_number = ?")
                        .param(large.value())
                        .query()
                        .singleRow()
                        .values())
                .containsOnly(IDENTIFIERS - 1);
    }
}

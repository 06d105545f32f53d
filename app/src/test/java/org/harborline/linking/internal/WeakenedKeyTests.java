// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.email;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.junit.jupiter.api.Test;

/// A key that is strong in one report and weakened in another: here the recovery address of an account.
class WeakenedKeyTests extends LinkingCase {

    @Test
    void linksNoWeakenedSightingWhicheverReportComesFirst() {
        var weakFirst = reports.file(email("first@town.example").typed("Recovery"));
        var strongSecond = reports.file(email("first@town.example"));
        var strongFirst = reports.file(email("second@town.example"));
        var weakSecond = reports.file(email("second@town.example").typed("Recovery"));
        settle();

        for (ReportNumber report : List.of(weakFirst, strongSecond, strongFirst, weakSecond)) {
            assertThat(linksOf(report)).as("links of %s", report).isEmpty();
        }
    }

    @Test
    void holdsAKeyAsItsStrongestSightingInTheReportSays() {
        var both = reports.file(email("both@town.example").typed("Recovery"), email("Both@town.example"));
        var other = reports.file(email("both@town.example"));
        settle();

        assertThat(linkedTo(other)).containsExactly(both);
    }

    @Test
    void doesNotCountWeakenedSightingsTowardsTheLimit() {
        for (int i = 0; i < 5; i++) {
            reports.file(email("counted@town.example").typed("Recovery"));
        }
        var one = reports.file(email("counted@town.example"));
        var two = reports.file(email("counted@town.example"));
        settle();

        assertThat(linkedTo(two)).containsExactly(one);
    }

    @Test
    void decidesTheSameWhenRebuiltInBatchesOfAnySize() {
        var filed = List.of(
                reports.file(email("again@weak.example").typed("Recovery")),
                reports.file(email("again@weak.example")),
                reports.file(email("again@weak.example").typed("Recovery")),
                reports.file(email("again@weak.example")));
        settle();
        assertThat(linkedTo(filed.get(3))).containsExactly(filed.get(1));

        var before = stored(filed);
        for (int size : List.of(1, 2, 4)) {
            rebuild(filed, size);
            assertThat(stored(filed)).as("in batches of %s", size).isEqualTo(before);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BlowTests {

    @Test
    void strikesEveryKindEquallyOften() {
        assertThat(Blow.rounds(10, new Random(7)))
                .hasSize(10)
                .allSatisfy(blow -> assertThat(Blow.rounds(10, new Random(7)))
                        .filteredOn(blow::equals)
                        .hasSize(2));
    }

    @Test
    void stopsInTheMiddleOfABag() {
        assertThat(Blow.rounds(7, new Random(7))).hasSize(7).contains(Blow.values());
    }

    @Test
    void hitsWhatItsNameSays() {
        assertThat(Blow.values()).allSatisfy(blow -> {
            assertThat(blow.hitsServer()).isEqualTo(blow.name().contains("SERVER"));
            assertThat(blow.hitsDatabase()).isEqualTo(blow.name().contains("DATABASE"));
            assertThat(blow.hitsFiler()).isEqualTo(blow.name().contains("FILER"));
        });
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// One data directory, one server.
@ExtendWith(WithDemo.class)
class SecondStartTests {

    private static final int FAILED = 1;

    @Test
    void isRefusedWithOneSentenceAndNothingElse(Demo demo) throws IOException, InterruptedException {
        var second = demo.startAgain();

        assertThat(second.code()).isEqualTo(FAILED);
        assertThat(second.printed().lines())
                .singleElement()
                .asString()
                .startsWith("Another Harborline already runs on ")
                .contains(demo.installation().data().toString());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefangedLocationTests {

    @ParameterizedTest
    @CsvSource({
        "https://host.example/a.b?c=d, hxxps://host[.]example/a.b?c=d",
        "HTTP://Host.Example, hxxp://Host[.]Example",
        "ftp://files.example/x, fxp://files[.]example/x",
        "host.example/path, host[.]example/path",
        "203.0.113.7:8080/x, 203[.]0[.]113[.]7:8080/x",
        "http://a.example/?to=https://b.example/, hxxp://a[.]example/?to=hxxps://b.example/",
        "magnet:?xt=x, x-magnet[:]?xt=x",
        "javascript:alert(1), x-javascript[:]alert(1)",
        "mailto:a@b.example, x-mailto[:]a[@]b[.]example",
        "someone@mail.example, someone[@]mail[.]example",
        "'  https://host.example  ', hxxps://host[.]example",
        "not an address, not an address"
    })
    void cannotBeFollowed(String reported, String shown) {
        assertThat(DefangedLocation.of(reported).shown()).isEqualTo(shown);
    }

    @Test
    void staysOutOfLogs() {
        assertThat(DefangedLocation.of("https://host.example")).hasToString("DefangedLocation[…]");
    }
}

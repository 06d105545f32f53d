// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefangedTests {

    @ParameterizedTest
    @CsvSource({
        "https://a.example/p.q?r=s.t, hxxps[:]//a[.]example/p.q?r=s.t",
        "HTTP://A.Example, hxxp[:]//A[.]Example",
        "see http://a.example and http://b.example., see hxxp[:]//a[.]example and hxxp[:]//b[.]example[.]",
        "ftp://user@a.example/x, ftp[:]//user@a[.]example/x",
        "xxhttp://a.example, xxhttp[:]//a[.]example",
        "www.a.example/x.y, www[.]a[.]example/x.y",
        "http://[2001:db8::1]:80/, hxxp[:]//[2001:db8::1]:80/"
    })
    void leavesNothingThatAProgramWouldOpen(String text, String shown) {
        assertThat(Defanged.text(text).value()).isEqualTo(shown);
    }

    @Test
    void leavesAddressesOfMailAndNumbersAlone() {
        assertThat(Defanged.text("sam.sample@mail.example 203.0.113.9").value())
                .isEqualTo("sam.sample@mail.example 203.0.113.9");
        assertThat(Defanged.text("sam").exactBase64()).isNull();
    }

    @Test
    void defangsALocationWithoutAScheme() {
        assertThat(Defanged.location("a.example/p.q").value()).isEqualTo("a[.]example/p.q");
    }

    @Test
    void keepsTheExactBytesOfWhatItChanged() {
        String text = "http://ü.example/[.]hxxp";

        String exact = Defanged.text(text).exactBase64();

        assertThat(new String(Base64.getDecoder().decode(exact), StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void answersAtOnceForVeryLongText() {
        String text = "a".repeat(2_000_000) + "://x.y";

        assertThat(Defanged.text(text).value()).endsWith("[:]//x[.]y");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTests {

    @Test
    void readsEveryKindOfValue() {
        assertThat(Json.read("""
                 {"a": [1, -2.5e3, 0, true, false, null, {}], "b": "x\\n\\u00e9\\\\\\"\\/\\ud83d\\ude00", "c": []}\t\r\n"""))
                .isEqualTo(Map.of(
                        "a",
                        java.util.Arrays.asList(
                                new BigDecimal("1"),
                                new BigDecimal("-2.5e3"),
                                new BigDecimal("0"),
                                true,
                                false,
                                null,
                                Map.of()),
                        "b",
                        "x\né\\\"/😀",
                        "c",
                        List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "{\"a\" 1}",
                "01",
                "+1",
                "1.",
                ".5",
                "1e",
                "-",
                "tru",
                "nul",
                "\"x",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u١٢٣٤\"",
                "\"a\tb\"",
                "1 2",
                "{} x",
                "'x'",
                "NaN",
                "1e99999999999"
            })
    void refusesWhatIsNoJson(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.read(text));
    }

    @Test
    void namesThePlaceAndNotTheText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read("{\"a\": grey_otter}"))
                .withMessageContaining("6")
                .withMessageNotContaining("grey");
    }

    @Test
    void aDeepDocumentIsRefusedBeforeTheStackEnds() {
        assertThat(Json.read("[".repeat(200) + "]".repeat(200))).isInstanceOf(List.class);
        assertThatIllegalArgumentException().isThrownBy(() -> Json.read("[".repeat(1_000_000)));
    }

    @Test
    void aValueOfAnotherKindIsNone() {
        assertThat(Json.object("x")).isEmpty();
        assertThat(Json.list(Map.of())).isEmpty();
        assertThat(Json.string(true)).isEmpty();
        assertThat(Json.number(new BigDecimal("1.5"), 7)).isEqualTo(7);
        assertThat(Json.number(new BigDecimal("9007199254740991"), 7)).isEqualTo(9_007_199_254_740_991L);
        assertThat(Json.number("1", 7)).isEqualTo(7);
    }
}

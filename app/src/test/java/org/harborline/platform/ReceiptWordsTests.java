// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.harborline.platform.ReceiptWords.Reading;
import org.junit.jupiter.api.Test;

class ReceiptWordsTests {

    private static final UUID SECRET = UUID.fromString("0190a7c2-5e1b-7f3d-9a4c-1b2d3e4f5a6b");

    @Test
    void areReadInBothLanguagesHoweverTheyAreTyped() {
        String english = ReceiptWords.of(SECRET, "en");
        String spanish = ReceiptWords.of(SECRET, "es");

        assertThat(english.split(" ")).hasSize(8);
        assertThat(spanish).isNotEqualTo(english);
        Reading known = ReceiptWords.read(english);
        assertThat(known).isInstanceOf(Reading.Known.class);
        assertThat(ReceiptWords.read(spanish)).as("the secret has no language").isEqualTo(known);
        assertThat(ReceiptWords.read("  " + english.toUpperCase(Locale.ROOT).replace(" ", ", ") + ".\n"))
                .isEqualTo(known);
        assertThat(ReceiptWords.of(SECRET, "fr")).isEqualTo(english);
    }

    @Test
    void sayWhichWordIsUnknownAndHowManyThereWere() {
        String[] words = ReceiptWords.of(SECRET, "en").split(" ");
        words[2] = "qqqq";

        assertThat(ReceiptWords.read(String.join(" ", words))).isEqualTo(new Reading.Unknown(3));
        assertThat(ReceiptWords.read("one two")).isEqualTo(new Reading.Miscounted(2));
        assertThat(ReceiptWords.read("")).isEqualTo(new Reading.Miscounted(0));
        assertThat(ReceiptWords.read("a".repeat(500))).isEqualTo(new Reading.Miscounted(0));
    }

    @Test
    void noticeNearlyEveryWordOutOfPlace() {
        long noticed = IntStream.range(0, 2000)
                .mapToObj(_ -> ReceiptWords.of(UUID.randomUUID(), "en").split(" "))
                .filter(words -> {
                    String first = words[0];
                    words[0] = words[4];
                    words[4] = first;
                    return first.equals(words[0])
                            || ReceiptWords.read(String.join(" ", words)) instanceof Reading.Mistyped;
                })
                .count();

        assertThat(noticed).as("of 2000, with one in 1024 missed").isGreaterThan(1980);
    }

    @Test
    void differForSecretsThatDifferInOneOfSeventyBits() {
        String words = ReceiptWords.of(SECRET, "en");

        for (int bit = 0; bit < 64; bit++) {
            UUID other = new UUID(SECRET.getMostSignificantBits() ^ (1L << bit), SECRET.getLeastSignificantBits());
            assertThat(ReceiptWords.of(other, "en")).isNotEqualTo(words);
        }
        for (int bit = 58; bit < 64; bit++) {
            UUID other = new UUID(SECRET.getMostSignificantBits(), SECRET.getLeastSignificantBits() ^ (1L << bit));
            assertThat(ReceiptWords.of(other, "en")).isNotEqualTo(words);
        }
    }

    @Test
    void ofAReceiptGivenOutLongAgoStayTheSame() {
        assertThat(ReceiptWords.of(new UUID(0, 0), "en"))
                .startsWith("ability ability ability ability ability ability ability");
        assertThat(ReceiptWords.of(new UUID(-1, -1), "es")).startsWith("zona zona zona zona zona zona zona");
    }
}

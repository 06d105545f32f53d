// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontierTests {

    @Test
    void anEmptyTreeHasTheHashOfNothing() {
        assertThat(HexFormat.of().formatHex(Frontier.empty().root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    /// The definition of RFC 9162 section 2.1.1, word by word: split at the largest power of two below the size.
    private static byte[] byDefinition(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Frontier.node(
                byDefinition(leaves.subList(0, split)), byDefinition(leaves.subList(split, leaves.size())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 33, 100, 255, 256, 257})
    void givesTheRootOfTheDefinition(int size) {
        var leaves = new ArrayList<byte[]>();
        var frontier = Frontier.empty();
        for (int i = 0; i < size; i++) {
            byte[] leaf = Chain.leaf("leaf " + i);
            leaves.add(leaf);
            frontier.add(leaf);
        }
        assertThat(frontier.root()).isEqualTo(byDefinition(leaves));
        assertThat(frontier.size()).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6, 8, 13})
    void goesOnFromWhatWasStored(int cut) {
        var whole = Frontier.empty();
        var resumed = Frontier.empty();
        for (int i = 0; i < 20; i++) {
            byte[] leaf = Chain.leaf("leaf " + i);
            whole.add(leaf);
            if (i == cut) {
                resumed = Frontier.parse(resumed.size(), resumed.toString());
            }
            resumed.add(leaf);
        }
        assertThat(resumed.root()).isEqualTo(whole.root());
    }

    @Test
    void matchesTheKnownRootOfTheCertificateTransparencyTestTree() {
        var frontier = Frontier.empty();
        for (String leaf : List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")) {
            frontier.add(Chain.sha256(new byte[] {0}, HexFormat.of().parseHex(leaf)));
        }
        assertThat(HexFormat.of().formatHex(frontier.root()))
                .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }
}

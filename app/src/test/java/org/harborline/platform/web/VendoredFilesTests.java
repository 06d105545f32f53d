// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VendoredFilesTests {

    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\|.*\\| `([0-9a-f]{64})` \\|");
    private static final Pattern RULE = Pattern.compile("([^{}]++)\\{([^{}]*+)\\}");

    @Test
    void areWhatTheirPublishersPublished() throws IOException, NoSuchAlgorithmException {
        var vendor = STATIC.resolve("vendor");
        var listed = ROW.matcher(Files.readString(vendor.resolve("VENDORED.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
        try (var files = Files.list(vendor)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".md")))
                    .containsExactlyInAnyOrderElementsOf(listed.keySet());
        }
        for (var entry : listed.entrySet()) {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(vendor.resolve(entry.getKey())));
            assertThat(HexFormat.of().formatHex(digest)).as(entry.getKey()).isEqualTo(entry.getValue());
        }
    }

    /// Tabler switches to dark by an attribute alone; this file repeats its dark rules for whoever's system is dark.
    @Test
    void darkRulesFollowTheVendoredOnes() throws IOException {
        String rules = RULE.matcher(Files.readString(STATIC.resolve("vendor/tabler.min.css")))
                .results()
                .map(rule ->
                        automatic(rule.group(1)).stream().collect(Collectors.joining(",")) + "{" + rule.group(2) + "}")
                .filter(rule -> !rule.startsWith("{"))
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(STATIC.resolve("tabler-auto.css")))
                .isEqualTo("@media (prefers-color-scheme: dark) {\n" + rules + "\n}\n");
    }

    private static List<String> automatic(String selectors) {
        return Arrays.stream(selectors.split(",(?![^(]*\\))", -1))
                .filter(selector -> selector.startsWith("[data-bs-theme=dark]"))
                .map(selector -> selector.replace("[data-bs-theme=dark]", "[data-bs-theme=auto]"))
                .toList();
    }

    @Test
    void nothingIsLoadedFromElsewhere() throws IOException {
        try (var files = Files.walk(STATIC)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".css")).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContain("@import", "url(http", "url(//", "url(\"http");
            }
        }
    }
}

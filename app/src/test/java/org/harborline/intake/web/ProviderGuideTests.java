// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.harborline.intake.WireCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The guide for engineers of providers against what the interface does.
class ProviderGuideTests {

    private static final Path GUIDE = Path.of("../docs/readers/provider.md");

    @ParameterizedTest
    @EnumSource(WireCode.class)
    void hasARowForEveryCodeWithItsStatus(WireCode code) throws IOException {
        List<String> rows = Files.readAllLines(GUIDE);
        var row = Pattern.compile("\\| " + code.status() + " \\| (\\d+, )*" + code.number() + "(, \\d+)* \\| .+ \\|");
        assertThat(rows).anyMatch(row.asMatchPredicate());
    }

    @Test
    void promisesNoCodeThatIsNeverSent() throws IOException {
        var known = Arrays.stream(WireCode.values())
                .map(code -> code.status() + " " + code.number())
                .toList();
        var promised = Files.readAllLines(GUIDE).stream()
                .map(Pattern.compile("\\| (\\d{3}) \\| ([\\d, ]+) \\| .+ \\|")::matcher)
                .filter(Matcher::matches)
                .flatMap(row -> Arrays.stream(row.group(2).split(", ", -1)).map(code -> row.group(1) + " " + code))
                .toList();

        assertThat(promised).isNotEmpty().isSubsetOf(known);
    }
}

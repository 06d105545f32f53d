// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.harborline.intake.WireCode;
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
}

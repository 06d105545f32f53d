// SPDX-License-Identifier: Apache-2.0
package org.harborline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What templates must not do, because it says something else than it reads.
class TemplatesTests {

    private static final Pattern TAG = Pattern.compile("<[a-z](?:[^>\"]++|\"[^\"]*+\")*+>");
    private static final Pattern CONDITION = Pattern.compile("\\bth:(?:if|unless)=");

    /// A fragment takes the place of the whole tag before its condition is looked at: it would always be shown.
    @Test
    void noFragmentTakesThePlaceOfItsOwnCondition() throws IOException {
        assertThat(conditional("<div th:unless=\"${a -> b}\" th:replace=\"~{c :: d}\"></div>"))
                .hasSize(1);
        assertThat(conditional("<div th:if=\"${a}\"><p th:replace=\"~{c :: d}\"></p></div>"))
                .isEmpty();
        try (var files = Files.walk(Path.of("src/main/resources/templates"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".html")))
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(conditional(Files.readString(file))).isEmpty());
        }
    }

    private static List<String> conditional(String template) {
        return TAG.matcher(template)
                .results()
                .map(MatchResult::group)
                .filter(tag ->
                        tag.contains("th:replace=") && CONDITION.matcher(tag).find())
                .toList();
    }
}

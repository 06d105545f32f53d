// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the versioned data files that rules use: one entry a line, `#` starts a comment.
final class RuleData {

    private RuleData() {}

    /// The first words of the lines of a file.
    ///
    /// @param sample also of lines that are marked with `sample`, for invented reports
    static Set<String> words(String file, boolean sample) {
        return lines(file).stream()
                .filter(line -> sample || !line.contains("sample"))
                .map(List::getFirst)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Lines of a file, without comments, split at white space.
    static List<List<String>> lines(String file) {
        try (InputStream in = RuleData.class.getResourceAsStream("/linking/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the rule data file " + file + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .map(line -> List.of(line.split("\\s+")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads the versioned data files that rules use: one entry a line, `#` starts a comment.
final class RuleData {

    private RuleData() {}

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

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.completeness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.platform.Code;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// All versions of the rubric that ever counted: a report is shown by the one it was accepted under.
public final class Rubrics {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /// A change is a new file with the next month; a released one is never touched.
    private static final Rubric CURRENT = read("2026-11");

    private static final Map<Code, Rubric> ALL =
            Stream.of(CURRENT).collect(Collectors.toUnmodifiableMap(Rubric::version, Function.identity()));

    private Rubrics() {}

    /// The file of a version.
    record Written(Code version, Set<String> empty, List<RubricLine> lines) {}

    /// The one that new reports are accepted under.
    public static Rubric current() {
        return CURRENT;
    }

    /// A version that a report was accepted under.
    ///
    /// @throws IllegalStateException when this program never had it
    public static Rubric of(Code version) {
        Rubric rubric = ALL.get(version);
        if (rubric == null) {
            throw new IllegalStateException("rubric " + version + " is not in this program");
        }
        return rubric;
    }

    private static Rubric read(String version) {
        try (InputStream stream = Rubrics.class.getResourceAsStream("/intake/completeness-" + version + ".json")) {
            if (stream == null) {
                throw new IllegalStateException("rubric " + version + " is missing from the program");
            }
            Written written = JSON.readValue(stream, Written.class);
            return new Rubric(written.version(), written.empty(), written.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

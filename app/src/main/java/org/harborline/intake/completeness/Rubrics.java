// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.completeness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.harborline.platform.Code;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// All versions of the rubric that ever counted: a report is shown by the one it was accepted under. A line keeps its
/// bit over all of them and no other line ever gets it, so that what was kept of reports of different versions can be
/// summed up.
public final class Rubrics {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /// A change is a new file with the next month; a released one is never touched.
    private static final Rubric CURRENT = read("2026-11");

    private static final Map<Code, Rubric> ALL = together(List.of(CURRENT));

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

    /// Versions by their names.
    ///
    /// @throws IllegalArgumentException when a line of one has another bit in another, or two lines one
    static Map<Code, Rubric> together(List<Rubric> versions) {
        var bits = new HashMap<Code, Integer>();
        var lines = new HashMap<Integer, Code>();
        for (Rubric version : versions) {
            for (RubricLine line : version.lines()) {
                int bit = bits.computeIfAbsent(line.id(), _ -> line.bit());
                Code holder = lines.computeIfAbsent(line.bit(), _ -> line.id());
                if (bit != line.bit() || !holder.equals(line.id())) {
                    throw new IllegalArgumentException("line " + line.id() + " of rubric " + version.version()
                            + " has not the bit that it has in the others");
                }
            }
        }
        return versions.stream().collect(Collectors.toUnmodifiableMap(Rubric::version, Function.identity()));
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

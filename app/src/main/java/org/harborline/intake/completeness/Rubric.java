// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.completeness;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.IncidentType;
import org.harborline.platform.Code;

/// One version of the published rubric. It asks for what a sender has at hand when it reports and for nothing that it
/// would have to go and get. Whether anybody opened the material is no part of it.
public final class Rubric {

    private static final int SHOWN = 3;

    private final Code version;
    private final Set<String> empty;
    private final List<RubricLine> lines;
    private final Map<Code, RubricLine> byId;

    Rubric(Code version, Set<String> empty, List<RubricLine> lines) {
        this.version = version;
        this.empty = Set.copyOf(empty);
        this.lines = List.copyOf(lines);
        this.byId = lines.stream().collect(Collectors.toUnmodifiableMap(RubricLine::id, Function.identity()));
        if (lines.stream().mapToInt(RubricLine::bit).distinct().count() != lines.size()) {
            throw new IllegalArgumentException("two lines of rubric " + version + " share a bit");
        }
        if (lines.stream().anyMatch(line -> line.after() != null && !byId.containsKey(line.after()))) {
            throw new IllegalArgumentException("a line of rubric " + version + " stands after none");
        }
    }

    public Code version() {
        return version;
    }

    /// Values, in small letters, that say nothing.
    public Set<String> empty() {
        return empty;
    }

    /// All lines, part by part.
    public List<RubricLine> lines() {
        return lines;
    }

    public List<RubricLine> lines(RubricPart part) {
        return lines.stream().filter(line -> line.part() == part).toList();
    }

    public Optional<RubricLine> line(Code id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The lines that apply to a report.
    public long applying(IncidentType type, boolean batched) {
        return lines.stream()
                .filter(line -> line.types().contains(type) && (line.batched() || !batched))
                .mapToLong(RubricLine::set)
                .reduce(0, (one, other) -> one | other);
    }

    /// How complete a report is that states these lines. Rounded down, so that 100 means all.
    ///
    /// @param stated may hold lines that do not apply; they do not count
    public Completeness score(IncidentType type, boolean batched, long stated) {
        long applying = applying(type, batched);
        int whole = weight(applying);
        int score = whole == 0 ? 100 : 100 * weight(applying & stated) / whole;
        return new Completeness(version, score, applying & ~stated);
    }

    private int weight(long set) {
        return lines.stream()
                .filter(line -> line.in(set))
                .mapToInt(RubricLine::weight)
                .sum();
    }

    /// The lines of a set, the weightiest first.
    public List<RubricLine> heaviest(long set) {
        return lines.stream()
                .filter(line -> line.in(set))
                .sorted(Comparator.comparingInt(RubricLine::weight).reversed().thenComparingInt(RubricLine::bit))
                .toList();
    }

    /// The most valuable of what is missing. What only becomes possible by something else that is missing too waits.
    public List<RubricLine> mostValuable(Completeness completeness) {
        return possible(completeness.missing()).limit(SHOWN).toList();
    }

    private Stream<RubricLine> possible(long missing) {
        return heaviest(missing).stream()
                .filter(line -> Optional.ofNullable(line.after())
                        .flatMap(this::line)
                        .filter(first -> first.in(missing))
                        .isEmpty());
    }
}

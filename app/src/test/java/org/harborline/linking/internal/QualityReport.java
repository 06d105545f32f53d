// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.harborline.synthetic.linking.ExactKind;
import org.harborline.synthetic.linking.LinkingTrap;
import tools.jackson.databind.json.JsonMapper;

/// The figures as a file for programs and one for people, side by side in the build's directory.
final class QualityReport {

    private final QualityFigures figures;

    QualityReport(QualityFigures figures) {
        this.figures = figures;
    }

    void write(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("linking-quality.json"), json());
            Files.writeString(directory.resolve("linking-quality.md"), text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String json() {
        var kinds = new LinkedHashMap<String, Object>();
        figures.kinds()
                .forEach((kind, count) -> kinds.put(
                        kind.rule(), Map.of("pairs", count.planted(), "found", count.hit(), "recall", count.share())));
        var traps = new LinkedHashMap<String, Object>();
        figures.traps()
                .forEach((trap, count) ->
                        traps.put(trap.id(), Map.of("pairs", count.planted(), "grouped", count.hit())));
        var all = new LinkedHashMap<String, Object>();
        all.put("reports", figures.reports());
        all.put("linked_pairs", figures.linkedPairs());
        all.put("precision", figures.precision());
        all.put("wrong_by_rule", figures.wrongByRule());
        all.put("cluster_pairs", figures.clusterPairs());
        all.put("cluster_precision", figures.clusterPrecision());
        all.put("recall_by_rule", kinds);
        all.put("traps", traps);
        all.put("reading_seconds", figures.times().reading().toMillis() / 1000.0);
        all.put("linking_seconds", figures.times().linking().toMillis() / 1000.0);
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    String text() {
        return String.format(
                Locale.ROOT,
                """
                # Quality of linking

                %d reports, %d linked pairs, precision %.5f; %d pairs in clusters, precision %.5f.
                Read in %d s, linked in %d s. Wrong links by rule: %s.

                | Rule | Planted pairs | Found |
                |---|---|---|
                %s

                | Trap | Planted pairs | Grouped |
                |---|---|---|
                %s
                """,
                figures.reports(),
                figures.linkedPairs(),
                figures.precision(),
                figures.clusterPairs(),
                figures.clusterPrecision(),
                figures.times().reading().toSeconds(),
                figures.times().linking().toSeconds(),
                figures.wrongByRule(),
                lines(figures.kinds(), ExactKind::rule),
                lines(figures.traps(), LinkingTrap::id));
    }

    private static <T> String lines(Map<T, QualityFigures.Count> counts, Function<T, String> name) {
        return counts.entrySet().stream()
                .map(one -> "| " + name.apply(one.getKey()) + " | "
                        + one.getValue().planted() + " | " + one.getValue().hit() + " |")
                .collect(Collectors.joining("\n"));
    }
}

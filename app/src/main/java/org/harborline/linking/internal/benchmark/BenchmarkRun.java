// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.harborline.linking.internal.benchmark.Measure.Figures;
import org.harborline.linking.internal.likeness.BlockingKey;
import org.harborline.linking.internal.likeness.Kind;
import org.harborline.linking.internal.likeness.Learning;
import org.harborline.linking.internal.likeness.Learning.Learned;
import org.harborline.linking.internal.likeness.LikenessModel;
import org.harborline.linking.internal.likeness.PairDecisions;
import org.harborline.linking.internal.likeness.PairDecisions.Decided;
import org.harborline.linking.internal.likeness.Person;
import org.harborline.linking.internal.likeness.Threshold;

/// One run: reads a table, learns from it without its truth, decides over its pairs, and only then looks at the
/// truth.
final class BenchmarkRun {

    private final InstantSource clock;

    BenchmarkRun(InstantSource clock) {
        this.clock = clock;
    }

    /// @param kinds those that the caller names, by column
    BenchmarkResult of(Path path, Map<String, Kind> kinds, Threshold threshold) {
        Instant begun = clock.instant();
        BenchmarkFile file = BenchmarkFile.read(path);
        BenchmarkFields fields = BenchmarkFields.of(file, kinds);
        List<Person> people = fields.people(file);
        Learned learned = Learning.from(fields.fields(), people);
        PairDecisions decisions = PairDecisions.of(learned.model(), learned.frequencies(), people);
        List<Decided> accepted = decisions.accepted(threshold);
        double seconds = Duration.between(begun, clock.instant()).toMillis() / 1000.0;
        var measure = new Measure(file.entities());
        Figures pairwise = measure.pairwise(accepted);
        return new BenchmarkResult(
                String.valueOf(path.getFileName()),
                people.size(),
                measure.allPairs(),
                measure.truePairs(),
                accepted.size(),
                measure.right(accepted),
                pairwise.precision(),
                pairwise.recall(),
                pairwise.f1(),
                measure.bCubed(accepted),
                measure.completeness(decisions.blocked()),
                measure.reduction(decisions.blocked()),
                decisions.compared(),
                throughAThird(accepted, threshold),
                measure.largestFalseComponent(accepted),
                threshold.probability(),
                seconds,
                kinds(fields),
                fields.leftOut(),
                keys(learned.model()),
                learned.model());
    }

    private static long throughAThird(List<Decided> accepted, Threshold threshold) {
        return accepted.stream()
                .filter(pair -> pair.byFieldsAlone() < threshold.probability())
                .count();
    }

    private static List<String> keys(LikenessModel model) {
        return model.blocking().keys().stream().map(BenchmarkRun::name).toList();
    }

    private static Map<String, String> kinds(BenchmarkFields fields) {
        var kinds = new LinkedHashMap<String, String>();
        fields.fields().all().forEach(field -> kinds.put(field.name(), word(field.kind())));
        return kinds;
    }

    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String name(BlockingKey key) {
        return key.parts().stream()
                .map(part -> part.field() + ":"
                        + part.form().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(" + "));
    }
}

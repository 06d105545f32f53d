// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.benchmark;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.harborline.linking.internal.benchmark.Measure.Figures;
import org.harborline.linking.internal.likeness.LikenessModel;

/// What a run of the benchmark found; written as one JSON object.
///
/// @param foundPairs accepted pairs
/// @param rightPairs those among them that are of one person
/// @param throughAThird accepted pairs that would not be so by their own fields alone
record BenchmarkResult(
        String file,
        int records,
        long pairs,
        long truePairs,
        long foundPairs,
        long rightPairs,
        double precision,
        double recall,
        double f1,
        Figures bCubed,
        double pairCompleteness,
        double reductionRatio,
        long comparedPairs,
        @JsonProperty("through_a_third") long throughAThird,
        int largestFalseComponent,
        double threshold,
        double seconds,
        Map<String, String> kinds,
        Map<String, String> leftOut,
        List<String> blockingKeys,
        LikenessModel model) {}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.harborline.intake.completeness.Completeness;
import org.harborline.intake.completeness.RubricLine;
import org.harborline.intake.completeness.Rubrics;
import org.jspecify.annotations.Nullable;

/// How complete a report is, as its sender's client reads it. The documents of the XML interface have no place for it,
/// so there it is a header.
///
/// @param missing the most valuable of what is missing, at most three
/// @param about where the rubric is published
record CompletenessAnswer(int score, String rubric, List<Missing> missing, String about) {

    static final String HEADER = "Harborline-Completeness";

    /// A line that is not stated.
    ///
    /// @param field the element that carries it most directly, below `report`
    /// @param adds what it adds and for whom
    record Missing(String code, String field, String part, String adds) {

        private static Missing of(RubricLine line) {
            return new Missing(line.id().value(), line.field(), line.part().code(), line.adds(Locale.ENGLISH));
        }
    }

    static @Nullable CompletenessAnswer of(@Nullable Completeness completeness) {
        return completeness == null
                ? null
                : new CompletenessAnswer(
                        completeness.score(),
                        completeness.rubric().value(),
                        mostValuable(completeness).stream().map(Missing::of).toList(),
                        RubricPages.PATH);
    }

    static List<RubricLine> mostValuable(Completeness completeness) {
        return Rubrics.of(completeness.rubric()).mostValuable(completeness);
    }

    /// An item of RFC 9651.
    static void header(HttpServletResponse response, @Nullable Completeness completeness) {
        if (completeness != null) {
            response.setHeader(
                    HEADER,
                    "%d; rubric=\"%s\"; missing=\"%s\""
                            .formatted(
                                    completeness.score(),
                                    completeness.rubric(),
                                    mostValuable(completeness).stream()
                                            .map(line -> line.id().value())
                                            .collect(Collectors.joining(" "))));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Timeline;
import org.harborline.linking.Timeline.Moment;
import org.jspecify.annotations.Nullable;

/// A timeline as a drawing with a lane for each report, and as a table.
///
/// @param lanes in the order in which the reports first appear
/// @param height of the drawing in pixels
record TimelineView(
        Timeline timeline,
        List<Lane> lanes,
        int height,
        @Nullable Instant first,
        @Nullable Instant last) {

    private static final int LANE = 28;

    static TimelineView of(Timeline timeline) {
        List<Moment> moments = timeline.moments();
        Instant first = moments.isEmpty() ? null : moments.getFirst().at();
        Instant last = moments.isEmpty() ? null : moments.getLast().at();
        Map<ReportNumber, List<Moment>> by = moments.stream().collect(Collectors.groupingBy(Moment::report));
        List<ReportNumber> order =
                moments.stream().map(Moment::report).distinct().toList();
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < order.size() && first != null && last != null; i++) {
            var span = new Span(first, last);
            lanes.add(new Lane(
                    order.get(i),
                    i * LANE + LANE / 2,
                    by.getOrDefault(order.get(i), List.of()).stream()
                            .map(moment -> new Mark(moment, span.place(moment.at())))
                            .toList()));
        }
        return new TimelineView(timeline, lanes, lanes.size() * LANE, first, last);
    }

    /// One report.
    ///
    /// @param middle pixels from the top
    record Lane(ReportNumber report, int middle, List<Mark> marks) {}

    /// One moment.
    ///
    /// @param place from the left, such as `12.5%`
    record Mark(Moment moment, String place) {}

    /// From the first moment to the last. Marks keep off both edges so that none is cut in half.
    private record Span(Instant first, Instant last) {

        private static final double MARGIN = 2;

        String place(Instant at) {
            double all = Math.max(1, Duration.between(first, last).toMillis());
            double share = Duration.between(first, at).toMillis() / all;
            return String.format(Locale.ROOT, "%.2f%%", MARGIN + share * (100 - 2 * MARGIN));
        }
    }
}

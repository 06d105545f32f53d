// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Cluster;
import org.harborline.linking.ClusterShape;
import org.harborline.linking.Cut;
import org.harborline.linking.Link;
import org.harborline.linking.Split;
import org.harborline.linking.Tie;
import org.jspecify.annotations.Nullable;

/// A cluster as its page shows it.
///
/// @param bridges how many links hold it together alone
/// @param weakest the one link to look at first; absent when no link stands out
/// @param members its reports, oldest first
/// @param cuts those at its reports, with what is known of the other end
/// @param split what a cut left on either side; absent unless one is looked at
record ClusterView(
        Cluster cluster,
        int links,
        long bridges,
        @Nullable TieView weakest,
        List<Report> members,
        List<CutView> cuts,
        @Nullable SplitView split,
        String drawing) {

    static ClusterView of(ClusterShape shape, @Nullable Split split) {
        Cluster cluster = shape.cluster();
        var inside = new HashSet<>(cluster.reports());
        return new ClusterView(
                cluster,
                shape.ties().size(),
                shape.ties().stream().filter(Tie::holdsAlone).count(),
                shape.ties().stream()
                        .filter(Tie::weakest)
                        .findFirst()
                        .or(() -> shape.ties().stream()
                                .limit(1)
                                .filter(tie -> shape.ties().size() == 1)
                                .findFirst())
                        .map(TieView::of)
                        .orElse(null),
                cluster.reports().stream()
                        .map(shape.reports()::get)
                        .filter(Objects::nonNull)
                        .toList(),
                shape.cuts().stream().map(cut -> CutView.of(cut, inside)).toList(),
                split == null ? null : SplitView.of(split, inside),
                drawing(shape, split));
    }

    /// What the script draws: a word for each report and each link, such as `5`, `5:apart`, `5-3` and `5-3:weakest`.
    private static String drawing(ClusterShape shape, @Nullable Split split) {
        Stream<String> reports = shape.cluster().reports().stream().map(ReportNumber::toString);
        Stream<String> ties = shape.ties().stream().map(ClusterView::drawn);
        Stream<String> beyond = split == null ? Stream.empty() : beyond(shape, split);
        return Stream.of(reports, ties, beyond).flatMap(part -> part).collect(Collectors.joining(" "));
    }

    private static String drawn(Tie tie) {
        return Pairs.name(tie.link().pair()) + (tie.weakest() ? ":weakest" : tie.holdsAlone() ? ":alone" : "");
    }

    /// The cut and the side of it that is not in this cluster any more.
    private static Stream<String> beyond(ClusterShape shape, Split split) {
        Set<ReportNumber> inside = Set.copyOf(shape.cluster().reports());
        Stream<Cluster> away = Stream.of(split.newer(), split.older()).filter(side -> !inside.contains(side.start()));
        return Stream.concat(
                away.flatMap(side -> Stream.concat(
                        side.reports().stream().map(report -> report + ":apart"),
                        side.links().stream().map(Link::pair).map(Pairs::name))),
                Stream.of(Pairs.name(split.cut().pair()) + ":cut"));
    }

    /// A cut at a report of the cluster.
    ///
    /// @param within both ends are in the cluster still, held by other links
    record CutView(Cut cut, boolean within) {

        static CutView of(Cut cut, Set<ReportNumber> inside) {
            return new CutView(
                    cut,
                    inside.contains(cut.pair().newer())
                            && inside.contains(cut.pair().older()));
        }
    }

    /// What a cut left.
    ///
    /// @param here the side that this page shows
    /// @param there the other side; absent when other links hold both together
    /// @param certain nothing holds them together but what is shown
    record SplitView(Split split, Cluster here, @Nullable Cluster there, boolean certain) {

        static SplitView of(Split split, Set<ReportNumber> inside) {
            boolean newerHere = inside.contains(split.cut().pair().newer());
            Cluster here = newerHere ? split.newer() : split.older();
            Cluster there = newerHere ? split.older() : split.newer();
            return new SplitView(split, here, split.together() ? null : there, split.apart());
        }

        public String hereNamed() {
            return ReportList.of(here.reports());
        }

        public String thereNamed() {
            return Optional.ofNullable(there)
                    .map(Cluster::reports)
                    .map(ReportList::of)
                    .orElse("");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Cluster;
import org.harborline.linking.Link;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Tie;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.alg.spanning.KruskalMinimumSpanningTree;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.AsWeightedGraph;
import org.jgrapht.graph.MaskSubgraph;
import org.jgrapht.graph.SimpleGraph;

/// The reports of one cluster and the links between them: which are bridges, and which ways lead from one report to
/// another. A cluster that is shown has two hundred reports at most.
final class ClusterGraph {

    private final Map<ReportPair, Link> links = new HashMap<>();
    private final Map<ReportPair, Worth> worth = new HashMap<>();
    private final Graph<ReportNumber, ReportPair> graph = new SimpleGraph<>(ReportPair.class);
    private final List<Link> strongestFirst;
    private final Map<ReportPair, List<ReportNumber>> bridges = new HashMap<>();

    ClusterGraph(Cluster cluster) {
        this(cluster, Set.of());
    }

    /// @param contradicted links that something speaks against, which therefore say less than all others
    ClusterGraph(Cluster cluster, Set<ReportPair> contradicted) {
        cluster.links().forEach(link -> worth.put(link.pair(), Worth.of(link, contradicted.contains(link.pair()))));
        strongestFirst = cluster.links().stream()
                .sorted(Comparator.comparing((Link link) -> worth(link.pair()))
                        .thenComparing(link -> link.pair().newer())
                        .thenComparing(link -> link.pair().older())
                        .reversed())
                .toList();
        cluster.reports().forEach(graph::addVertex);
        for (Link link : strongestFirst) {
            links.put(link.pair(), link);
            graph.addEdge(link.pair().newer(), link.pair().older(), link.pair());
        }
        new BiconnectivityInspector<>(graph).getBridges().forEach(bridge -> bridges.put(bridge, parted(bridge)));
    }

    private Worth worth(ReportPair pair) {
        return Objects.requireNonNull(worth.get(pair));
    }

    /// The reports that a bridge alone holds with the rest, the fewer of the two sides.
    private List<ReportNumber> parted(ReportPair bridge) {
        var without = new ConnectivityInspector<>(new MaskSubgraph<>(graph, _ -> false, bridge::equals));
        Collection<ReportNumber> newer = without.connectedSetOf(bridge.newer());
        Collection<ReportNumber> older = without.connectedSetOf(bridge.older());
        return List.copyOf(new TreeSet<>(newer.size() <= older.size() ? newer : older));
    }

    /// All links: bridges before the others, and of each sort those that say least first.
    List<Tie> ties() {
        return ties(strongestFirst.reversed().stream()
                .sorted(Comparator.comparing(link -> !isBridge(link)))
                .toList());
    }

    private boolean isBridge(Link link) {
        return bridges.containsKey(link.pair());
    }

    /// Those that are as weak as the weakest are marked, unless all are.
    private List<Tie> ties(List<Link> some) {
        Optional<Link> weakest = some.stream()
                .min(Comparator.comparing((Link link) -> !isBridge(link)).thenComparing(link -> worth(link.pair())));
        boolean allAlike = some.stream().allMatch(link -> alike(link, weakest.orElse(link)));
        return some.stream()
                .map(link -> new Tie(
                        link,
                        !allAlike && alike(link, weakest.orElse(link)),
                        bridges.getOrDefault(link.pair(), List.of())))
                .toList();
    }

    private boolean alike(Link one, Link other) {
        return isBridge(one) == isBridge(other) && worth(one.pair()).equals(worth(other.pair()));
    }

    /// The way from one report to another whose weakest link says most, and of such ways a shortest. In a tree of the
    /// most telling links each way is one whose weakest says most; it tells how much all of a shortest has to say.
    List<Tie> path(ReportNumber from, ReportNumber to) {
        var places = new HashMap<ReportPair, Double>();
        strongestFirst.forEach(link -> places.put(link.pair(), (double) places.size()));
        var tree = new KruskalMinimumSpanningTree<>(new AsWeightedGraph<>(graph, places)).getSpanningTree();
        Optional<Worth> least = way(new AsSubgraph<>(graph, graph.vertexSet(), tree.getEdges()), from, to).stream()
                .map(this::worth)
                .min(Comparator.naturalOrder());
        if (least.isEmpty()) {
            return List.of();
        }
        var telling = new MaskSubgraph<>(
                graph, _ -> false, (ReportPair pair) -> worth(pair).compareTo(least.get()) < 0);
        return ties(way(telling, from, to).stream()
                .map(pair -> Objects.requireNonNull(links.get(pair)))
                .toList());
    }

    private static List<ReportPair> way(Graph<ReportNumber, ReportPair> through, ReportNumber from, ReportNumber to) {
        GraphPath<ReportNumber, ReportPair> path = new BFSShortestPath<>(through).getPath(from, to);
        return path == null ? List.of() : path.getEdgeList();
    }

    /// How many ways lead from one report to the other without a link in common: as much as flows where each link lets
    /// one through.
    int ways(ReportNumber from, ReportNumber to) {
        return (int) Math.round(new PushRelabelMFImpl<>(graph).getMaximumFlowValue(from, to));
    }
}

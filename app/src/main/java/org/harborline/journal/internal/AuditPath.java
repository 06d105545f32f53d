// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.harborline.journal.internal.SubtreeTable.Range;

/// The audit path of RFC 9162 section 2.1.3 from little: the root's frontier has the complete subtrees of the whole
/// tree; within the one that the leaf is in, the path is made from the 256 neighbours of each stored height. For fifty
/// million entries that is at most 256 leaves and 514 stored subtrees.
final class AuditPath {

    private AuditPath() {}

    /// The path of the leaf at a position, lowest first.
    ///
    /// @param rows reads runs of neighbours, by height; the first run is of leaves
    /// @return empty while the stored subtrees do not reach as far as the root
    static Optional<List<byte[]>> of(Root root, long position, Function<List<Range>, Map<Integer, List<byte[]>>> rows) {
        List<byte[]> parts = Frontier.parse(root.size(), root.frontier()).subtrees();
        int part = 0;
        long start = 0;
        long width = Long.highestOneBit(root.size());
        while (position > start + width) {
            start += width;
            width = Long.highestOneBit(root.size() - start);
            part++;
        }
        var path = new ArrayList<byte[]>();
        if (!within(ranges(Long.numberOfTrailingZeros(width), position), position, rows, path)) {
            return Optional.empty();
        }
        if (part + 1 < parts.size()) {
            path.add(Frontier.root(parts.subList(part + 1, parts.size())));
        }
        path.addAll(Lists.reverse(parts.subList(0, part)));
        return Optional.of(path);
    }

    /// What to read of the complete subtree of that height in which the leaf is.
    private static List<Range> ranges(int height, long position) {
        var ranges = new ArrayList<Range>();
        for (int low = 0; low < height; low += SubtreeTable.STEP) {
            long width = 1L << Math.min(low + SubtreeTable.STEP, height);
            long after = (position - 1) / width * width;
            ranges.add(new Range(low, after, after + width));
        }
        return ranges;
    }

    private static boolean within(
            List<Range> ranges,
            long position,
            Function<List<Range>, Map<Integer, List<byte[]>>> rows,
            List<byte[]> path) {
        if (ranges.isEmpty()) {
            return true;
        }
        Map<Integer, List<byte[]>> read = rows.apply(ranges);
        for (Range range : ranges) {
            List<byte[]> row = read.getOrDefault(range.height(), List.of());
            if (row.size() != (range.last() - range.after()) >> range.height()) {
                return false;
            }
            climb(row, (int) ((position - 1 - range.after()) >> range.height()), path);
        }
        return true;
    }

    /// Adds the siblings on the way from one of a run of neighbours to their common root.
    private static void climb(List<byte[]> neighbours, int from, List<byte[]> path) {
        List<byte[]> row = neighbours;
        for (int at = from; row.size() > 1; at >>= 1) {
            path.add(row.get(at ^ 1));
            row = Lists.partition(row, 2).stream()
                    .map(pair -> Frontier.node(pair.getFirst(), pair.getLast()))
                    .toList();
        }
    }
}

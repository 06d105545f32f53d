// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.util.ArrayList;
import java.util.List;
import org.harborline.journal.internal.SubtreeTable.Subtree;
import org.springframework.stereotype.Component;

/// Stores the roots of subtrees that have become complete, going on where it stopped. Each batch is one statement:
/// stopped between two, the next run goes on from there.
@Component
class FillSubtrees {

    private static final int CHILDREN = 1 << SubtreeTable.STEP;
    private static final int SUBTREES_AT_ONCE = 64;

    private final RootTable roots;
    private final SubtreeTable subtrees;

    FillSubtrees(RootTable roots, SubtreeTable subtrees) {
        this.roots = roots;
        this.subtrees = subtrees;
    }

    /// Brings every height up to what is ordered now.
    void fill() {
        SubtreeTable.HEIGHTS.forEach(this::fill);
    }

    private void fill(int height) {
        long filled = subtrees.filledTo(height);
        List<Subtree> made;
        do {
            made = complete(height, filled, children(height, filled));
            if (!made.isEmpty()) {
                subtrees.insert(made);
                filled = made.getLast().last();
            }
        } while (made.size() == SUBTREES_AT_ONCE);
    }

    private List<String> children(int height, long after) {
        int limit = CHILDREN * SUBTREES_AT_ONCE;
        return height == SubtreeTable.STEP
                ? roots.leaves(after, limit)
                : subtrees.after(height - SubtreeTable.STEP, after, limit);
    }

    private static List<Subtree> complete(int height, long after, List<String> children) {
        var made = new ArrayList<Subtree>();
        for (int first = 0; first + CHILDREN <= children.size(); first += CHILDREN) {
            var frontier = Frontier.empty();
            children.subList(first, first + CHILDREN).forEach(child -> frontier.add(Chain.decode(child)));
            made.add(new Subtree(height, after + ((made.size() + 1L) << height), Chain.encode(frontier.root())));
        }
        return made;
    }
}

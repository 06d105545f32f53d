// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import com.google.common.collect.Iterators;
import com.google.common.collect.PeekingIterator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.harborline.journal.internal.SubtreeTable.Subtree;

/// Compares stored subtrees with those that the entries give, while a proof walks through the journal. Of each height
/// the last ones may not be stored yet; one missing before a stored one would never be filled in.
final class SubtreeCheck {

    private final PeekingIterator<Subtree> stored;
    private final Set<Integer> ended = new HashSet<>();

    SubtreeCheck(Iterator<Subtree> stored) {
        this.stored = Iterators.peekingIterator(stored);
    }

    /// Whether what is stored for this subtree, if anything, is right.
    boolean agrees(int height, long last, byte[] hash) {
        if (!SubtreeTable.HEIGHTS.contains(height)) {
            return true;
        }
        if (!stored.hasNext() || isLater(stored.peek(), height, last)) {
            ended.add(height);
            return true;
        }
        Subtree next = stored.next();
        return next.last() == last
                && next.height() == height
                && next.hash().equals(Chain.encode(hash))
                && !ended.contains(height);
    }

    private static boolean isLater(Subtree next, int height, long last) {
        return next.last() > last || (next.last() == last && next.height() > height);
    }

    /// Whether something is stored for entries that are not there.
    boolean isLeftOver() {
        return stored.hasNext();
    }
}

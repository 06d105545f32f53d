// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.harborline.journal.ledgers.Ledger.Side;
import org.jspecify.annotations.Nullable;

/// Reads the ids of one side of a law in order, a page at a time, whatever the number of columns. An id that two
/// columns have comes twice: a
/// record that is in two states is as wrong as one that is in none.
final class IdWalk {

    static final Comparator<String> ORDER = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private static final int PAGE = 10_000;

    private final PriorityQueue<Source> sources =
            new PriorityQueue<>((one, other) -> ORDER.compare(one.peek(), other.peek()));

    IdWalk(List<Conserving.Column> columns, Side side) {
        columns.stream()
                .filter(column -> column.count().side() == side)
                .map(column -> new Source(column.ids()))
                .filter(Source::hasNext)
                .forEach(sources::add);
    }

    boolean hasNext() {
        return !sources.isEmpty();
    }

    String peek() {
        return first().peek();
    }

    String next() {
        Source first = first();
        sources.remove();
        String id = first.next();
        if (first.hasNext()) {
            sources.add(first);
        }
        return id;
    }

    private Source first() {
        Source first = sources.peek();
        if (first == null) {
            throw new NoSuchElementException();
        }
        return first;
    }

    private static final class Source {

        private final Conserving.Ids ids;
        private Iterator<String> page;
        private boolean more;
        private @Nullable String current;
        private String last = "";

        private Source(Conserving.Ids ids) {
            this.ids = ids;
            this.page = read();
            advance();
        }

        private Iterator<String> read() {
            var found = ids.page(last, PAGE);
            more = found.size() == PAGE;
            return found.iterator();
        }

        private void advance() {
            if (!page.hasNext() && more) {
                page = read();
            }
            current = page.hasNext() ? page.next() : null;
            if (current != null) {
                last = current;
            }
        }

        private boolean hasNext() {
            return current != null;
        }

        private String peek() {
            if (current == null) {
                throw new NoSuchElementException();
            }
            return current;
        }

        private String next() {
            String id = peek();
            advance();
            return id;
        }
    }
}

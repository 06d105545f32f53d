// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.ArrayList;
import java.util.List;

/// Collects findings, as many as somebody will read.
final class Findings {

    static final int LIMIT = 20;

    private final List<Finding> list = new ArrayList<>(0);

    void add(WireElement element, String sentence) {
        if (!isFull()) {
            list.add(Finding.at(element, sentence));
        }
    }

    /// Whether what else is found would be left out. Whoever searches can stop.
    boolean isFull() {
        return list.size() >= LIMIT;
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    List<Finding> list() {
        return List.copyOf(list);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.ArrayList;
import java.util.List;

/// Collects findings, as many as somebody will read.
final class Findings {

    static final int LIMIT = 20;

    private final List<Finding> list = new ArrayList<>(0);

    void add(WireElement element, String sentence) {
        if (list.size() < LIMIT) {
            list.add(Finding.at(element, sentence));
        }
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    List<Finding> list() {
        return List.copyOf(list);
    }
}

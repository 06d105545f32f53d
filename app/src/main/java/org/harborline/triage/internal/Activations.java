// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which version of the priority table was in force when. A replay asks for the moment of the fact and so gets the
/// version that was used.
record Activations(SortedMap<Integer, Instant> since) {

    private static final int FIRST = 1;

    Activations {
        since = new TreeMap<>(since);
    }

    int inForceAt(Instant moment) {
        int version = FIRST;
        for (var activation : since.entrySet()) {
            if (!activation.getValue().isAfter(moment)) {
                version = activation.getKey();
            }
        }
        return version;
    }
}

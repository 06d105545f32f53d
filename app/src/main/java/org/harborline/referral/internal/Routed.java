// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.harborline.referral.RoutingDecision;

/// Where a report would go, and on which addresses alone that rests.
///
/// @param soleAddresses in clear; empty when more than one address says each place
record Routed(RoutingDecision decision, SortedSet<String> soleAddresses) {

    Routed {
        soleAddresses = Collections.unmodifiableSortedSet(new TreeSet<>(soleAddresses));
    }

    @Override
    public String toString() {
        return "Routed(" + soleAddresses.size() + ")";
    }
}

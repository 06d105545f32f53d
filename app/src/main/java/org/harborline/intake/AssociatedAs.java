// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.util.Arrays;
import java.util.Optional;

/// How an associated account belongs to the one that was reported. Names as on the wire.
public enum AssociatedAs {
    BILLING("Billing"),
    LINKED("Linked"),
    BUSINESS("Business"),
    CREATOR("Creator"),
    PARENT_GUARDIAN("Parent/Guardian"),
    OTHER("Other");

    private final String wireName;

    AssociatedAs(String wireName) {
        this.wireName = wireName;
    }

    /// The word on the wire.
    public String wireName() {
        return wireName;
    }

    public static Optional<AssociatedAs> fromWire(String name) {
        return Arrays.stream(values()).filter(as -> as.wireName.equals(name)).findFirst();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.util.Locale;
import java.util.Optional;

/// Who says they are reporting. Words differ by it; what is asked and kept does not.
public enum DoorEntry {
    /// A child or teenager.
    CHILD,
    /// A parent or another adult.
    ADULT,
    /// Somebody who learnt of it at work.
    PROFESSIONAL,
    /// A survivor or family of one.
    SURVIVOR;

    /// As it stands in an address.
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DoorEntry> find(String path) {
        for (DoorEntry entry : values()) {
            if (entry.path().equals(path)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}

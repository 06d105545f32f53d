// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault;

/// Permanent name of a sealed field, such as `intake.received-text`. Part of what a seal is bound to: never a physical
/// table or column name,
/// so that those may change.
public record FieldId(String name) {

    public FieldId {
        if (!name.matches("[a-z]+\\.[a-z-]+")) {
            throw new IllegalArgumentException("a field id is <module>.<field> in lower case");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.harborline.platform.RecordRef;

/// Opaque id of the person behind an account. The only thing about a person that other modules and the journal keep.
public record HolderId(@JsonValue UUID value) {

    @JsonCreator
    public HolderId {}

    /// The account as a record that facts are about.
    public RecordRef record() {
        return RecordRef.of("account", value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

/// What an analyst can record from outside.
public enum FindingKind {
    /// An identifier of an account or person; it gets match keys and may link.
    IDENTIFIER,
    /// A place that may decide where the report goes.
    LOCATION,
    /// Anything else, in neutral words.
    FACT
}

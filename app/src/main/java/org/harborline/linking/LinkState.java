// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

/// Whether a link counts.
public enum LinkState {
    IN_EFFECT,
    /// All its identifiers turned out to be shared by too many reports.
    WITHDRAWN,
    /// An analyst cut it.
    CUT
}

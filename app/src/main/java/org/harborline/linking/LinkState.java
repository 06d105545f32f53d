// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

/// Whether a link counts.
public enum LinkState {
    IN_EFFECT,
    /// Nothing it rested on holds any more; each of its reasons says why.
    WITHDRAWN,
    /// An analyst cut it.
    CUT
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.support;

/// How far a request is. Who asked sees none of this.
public enum SupportState {
    NEW,
    /// Somebody at the desk stands by this person.
    TAKEN,
    CLOSED
}

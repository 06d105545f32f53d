// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import org.harborline.platform.Code;

/// In what two reports contradict each other that an identifier links.
public enum ContradictionKind {
    /// The birth dates that they state of the reported person differ by more than a slip of the pen.
    BIRTH_DATES,
    /// The reported person's account was signed in to from two continents at the same time.
    LOGINS_FAR_APART;

    /// Its name in facts.
    public Code code() {
        return Code.of(name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
}

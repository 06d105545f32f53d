// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.reports;

import java.util.OptionalLong;

/// Turns the number an earlier report has in the invented world into the number the server gave it.
@FunctionalInterface
public interface Numbering {

    /// Leaves every number as it is.
    Numbering AS_WRITTEN = OptionalLong::of;

    /// The number to write, or empty to leave the reference out because the server has not answered yet.
    OptionalLong numberOf(long written);
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.reports;

/// The only free text there is in synthetic data.
public final class Narrative {

    private Narrative() {}

    /// The placeholder of that number; it describes nothing.
    public static String text(long number) {
        return "[synthetic narrative " + number + "]";
    }
}

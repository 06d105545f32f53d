// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

/// The content gate for what staff write themselves. A received text passes with markers in the place of what is not
/// kept; somebody who writes can be asked to leave it out.
public interface WrittenText {

    /// Whether a text is free of encoded media and of labelled fingerprints of files.
    boolean passes(String text);
}

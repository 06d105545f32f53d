// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/// How a page is looked at: how wide, and light or dark.
///
/// @param width in pixels
record Look(int width, ColorScheme scheme) {

    static final int NARROW = 390;
    static final int WIDE = 1280;
    static final Look USUAL = new Look(WIDE, ColorScheme.LIGHT);

    /// What a reader of a language looks at: one wide and one narrow look, one by day and one by night. The readers of
    /// the
    /// two languages together see all four, and each text is seen at both widths.
    static List<Look> of(String language) {
        return language.equals("en")
                ? List.of(USUAL, new Look(NARROW, ColorScheme.DARK))
                : List.of(new Look(WIDE, ColorScheme.DARK), new Look(NARROW, ColorScheme.LIGHT));
    }
}

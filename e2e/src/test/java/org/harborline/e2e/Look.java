// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/// How a page is looked at: how wide, and light or dark.
///
/// @param width in pixels
record Look(int width, ColorScheme scheme) {

    static final int NARROW = 390;
    static final int WIDE = 1280;
    static final Look USUAL = new Look(WIDE, ColorScheme.LIGHT);

    /// A telephone and a desk, by day and by night.
    static List<Look> all() {
        var looks = new ArrayList<Look>();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            looks.add(new Look(WIDE, scheme));
            looks.add(new Look(NARROW, scheme));
        }
        return List.copyOf(looks);
    }
}

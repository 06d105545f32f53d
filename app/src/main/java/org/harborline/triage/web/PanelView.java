// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.web;

import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/// Shows a panel alone to the report page that fetches it, and as a page of its own to a browser without script.
final class PanelView {

    private PanelView() {}

    /// The view of a panel.
    ///
    /// @param name of the fragment
    /// @param htmx what the report page says of itself; null when a person asks
    static String of(String name, @Nullable String htmx, Model model) {
        if (htmx != null) {
            return "triage/panels :: " + name;
        }
        model.addAttribute("panel", name);
        return "triage/panel";
    }
}

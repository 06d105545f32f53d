// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.panels;

import org.harborline.platform.Permission;

/// A part of the report page that another module answers for. The page shows an empty frame that fetches the panel from
/// its own address,
/// with its own permission; a panel that fails shows its own error and the page lives.
///
/// @param name permanent, the last part of the address: `/reports/{number}/panels/{name}`
/// @param titleKey message key of the heading
/// @param order small first
/// @param column main column or side column
/// @param permission who sees it
public record ReportPanel(String name, String titleKey, int order, Column column, Permission permission) {

    /// Where on a wide page.
    public enum Column {
        MAIN,
        SIDE
    }
}

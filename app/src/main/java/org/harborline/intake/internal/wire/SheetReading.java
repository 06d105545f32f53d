// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.ArrayList;
import java.util.List;
import org.harborline.intake.internal.wire.ReportDocuments.SheetLine;

/// Lists the reporter's sheet as a person reads it.
final class SheetReading {

    private SheetReading() {}

    static List<SheetLine> lines(WireElement sheet) {
        List<SheetLine> lines = new ArrayList<>();
        sheet.children().forEach(child -> collect(child, child.name(), lines));
        return lines;
    }

    private static void collect(WireElement element, String path, List<SheetLine> lines) {
        if (element.children().isEmpty() && !element.value().isEmpty()) {
            lines.add(new SheetLine(path, element.value()));
        }
        element.children().forEach(child -> collect(child, path + "/" + child.name(), lines));
    }
}

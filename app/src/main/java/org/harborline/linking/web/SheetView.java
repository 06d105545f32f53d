// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.List;
import org.harborline.intake.IdentifierKind;
import org.harborline.linking.IdentifierSheet;
import org.harborline.platform.DefangedLocation;

/// Identifiers as a table shows them.
record SheetView(IdentifierSheet sheet, List<Row> rows) {

    static SheetView of(IdentifierSheet sheet) {
        return new SheetView(
                sheet,
                sheet.lines().stream()
                        .map(line -> new Row(line, shown(line.kind(), line.value())))
                        .toList());
    }

    /// A value as text that nothing makes a link of.
    static String shown(IdentifierKind kind, String value) {
        return kind == IdentifierKind.URL || kind == IdentifierKind.PROFILE_URL
                ? DefangedLocation.of(value).shown()
                : value;
    }

    /// One line with its value as shown.
    record Row(IdentifierSheet.Line line, String value) {}
}

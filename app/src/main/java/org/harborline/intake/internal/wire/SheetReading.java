// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.harborline.intake.internal.wire.ReportDocuments.SheetLine;

/// Lists the reporter's sheet as a person reads it.
final class SheetReading {

    private static final String COUNTRY = "countryCallingCode";
    private static final String EXTENSION = "extension";
    /// Attributes that are part of a telephone number; all others are lines of their own.
    private static final Set<String> DIALLED = Set.of(COUNTRY, EXTENSION);

    /// Elements whose content is read as such lines, or not with the report.
    static final Set<String> HOLDERS = Set.of("reporter", "officerContact");

    private SheetReading() {}

    static List<SheetLine> lines(WireElement sheet) {
        List<SheetLine> lines = new ArrayList<>();
        sheet.children().forEach(child -> collect(child, child.name(), lines));
        return lines;
    }

    private static void collect(WireElement element, String path, List<SheetLine> lines) {
        if (element.children().isEmpty() && !element.value().isEmpty()) {
            lines.add(new SheetLine(path, dialled(element)));
        }
        element.attributes().keySet().stream()
                .filter(name -> !DIALLED.contains(name))
                .sorted()
                .forEach(name -> element.attribute(name)
                        .filter(value -> !value.isEmpty())
                        .ifPresent(value -> lines.add(new SheetLine(path + "/" + name, value))));
        element.children().forEach(child -> collect(child, path + "/" + child.name(), lines));
    }

    /// A number without its country or its extension reaches somebody else.
    private static String dialled(WireElement element) {
        String country = element.attribute(COUNTRY)
                .filter(code -> !code.isEmpty())
                .map(code -> code + " ")
                .orElse("");
        String extension = element.attribute(EXTENSION)
                .filter(ext -> !ext.isEmpty())
                .map(ext -> " ext. " + ext)
                .orElse("");
        return country + element.value() + extension;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.harborline.intake.ReceivedReport;

/// Parts of a document that the schema does not know: how much of them is taken, and where they are found again. One
/// for each document, because it counts.
final class Unrecognised {

    /// What stands around such a part in what is kept.
    static final String ELEMENT = "unrecognised";

    /// Where it stood: the names of the elements around it.
    static final String PATH = "in";

    /// In all parts of one document. What was sent is written once more for each line, so there is a limit.
    static final int MOST_ELEMENTS = 1_000;

    static final int DEEPEST = 8;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");

    private final Set<String> known;
    private int elements;

    Unrecognised(Set<String> known) {
        this.known = known;
    }

    /// Whether a part is none that belongs elsewhere, may not be an escalation, and is small and plain enough.
    boolean mayBeSetAside(WireElement part) {
        return !known.contains(part.name()) && isPlain(part, 1);
    }

    private boolean isPlain(WireElement part, int depth) {
        elements++;
        return elements <= MOST_ELEMENTS
                && depth <= DEEPEST
                && part.namespace().isEmpty()
                && NAME.matcher(part.name()).matches()
                && part.attributes().keySet().stream()
                        .allMatch(name -> NAME.matcher(name).matches())
                && !Escalations.isLike(part.name())
                && part.children().stream().allMatch(child -> isPlain(child, depth + 1));
    }

    /// What is kept of a part until it goes through the gate. Among the marks of an item it stays as it is: the gate
    /// drops all but a few of those, and knows them by their place.
    WireElement setAside(WireElement part, WireElement parent, String path) {
        return parent.name().equals("fileAnnotations")
                ? part
                : new WireElement("", ELEMENT, Map.of(PATH, path), List.of(part), "", part.line(), part.column());
    }

    /// All parts of a document that no other text holds.
    static void read(WireElement root, Statements statements) {
        for (WireElement child : root.children()) {
            if (child.name().equals(ELEMENT)) {
                statements.text(ReceivedReport.TextSection.UNRECOGNISED, child.value());
            } else if (!SheetReading.HOLDERS.contains(child.name())) {
                read(child, statements);
            }
        }
    }
}

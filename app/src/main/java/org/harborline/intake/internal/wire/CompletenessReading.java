// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.harborline.intake.completeness.Completeness;
import org.harborline.intake.completeness.Rubric;
import org.harborline.intake.completeness.RubricLine;

/// Reads off a report which lines of the rubric it states, in one walk that enters nothing the rubric does not name.
final class CompletenessReading {

    private static final String DROPPED = "[not kept: ";

    private final Rubric rubric;
    private final Place root = new Place();

    CompletenessReading(Rubric rubric) {
        this.rubric = rubric;
        for (RubricLine line : rubric.lines()) {
            line.fields().forEach(field -> place(field).lines |= line.set());
        }
    }

    /// Where something can be stated, and the lines that it states.
    private static final class Place {
        private final Map<String, Place> inside = new HashMap<>();
        private long lines;
    }

    private Place place(String field) {
        Place place = root;
        for (String name : field.split("/", -1)) {
            place = place.inside.computeIfAbsent(name, _ -> new Place());
        }
        return place;
    }

    /// How complete a report is.
    ///
    /// @param report after the gate, with all that its sender states
    Completeness of(WireElement report) {
        return rubric.score(ReportReading.incidentType(report), report.has("batchedReport"), stated(report, root));
    }

    private long stated(WireElement element, Place place) {
        long stated = place.lines != 0 && saysSomething(element.text()) ? place.lines : 0;
        if (place.inside.isEmpty()) {
            return stated;
        }
        for (WireElement child : element.children()) {
            Place deeper = place.inside.get(child.name());
            if (deeper != null) {
                stated |= stated(child, deeper);
            }
        }
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            Place deeper = place.inside.get("@" + attribute.getKey());
            if (deeper != null && saysSomething(attribute.getValue())) {
                stated |= deeper.lines;
            }
        }
        return stated;
    }

    /// Nothing but the marker of something that was not kept.
    private static boolean isDropped(String value) {
        return value.startsWith(DROPPED) && value.indexOf(']') == value.length() - 1;
    }

    private boolean saysSomething(String text) {
        String value = text.strip();
        return !value.isEmpty() && !isDropped(value) && !rubric.empty().contains(value.toLowerCase(Locale.ROOT));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.List;

/// Finds again, in the JSON that its sender wrote, what stands at a place of the received text: by the sender's names,
/// and numbered only where the sender wrote a list.
///
/// @param report after the gate
/// @param items each after the gate
/// @param related whether it names an earlier report
record SentPlaces(WireElement report, List<WireElement> items, boolean related, JsonTree tree) {

    private static final String REPORT = "/report";
    private static final String ITEMS = "/items";
    private static final String RELATION = REPORT + "/relation/";

    static SentPlaces of(JsonFiling.Read read, JsonTree tree) {
        return new SentPlaces(
                ContentGate.pass(read.report()).kept(),
                read.items().stream()
                        .map(item -> ContentGate.pass(item.details()).kept())
                        .toList(),
                read.relation() != null,
                tree);
    }

    /// Pointers as RFC 6901 writes them, each once. What is missing in what was sent is said by where it would stand.
    ///
    /// @param places as [TreeDifference] says them
    List<String> pointers(List<String> places) {
        return places.stream().map(this::pointer).distinct().toList();
    }

    private String pointer(String place) {
        if (place.startsWith(RELATION)) {
            return related ? "/relation/of" : "/relation";
        }
        List<String> steps = List.of(place.split("/", -1));
        if (place.startsWith(REPORT)) {
            return below(report, REPORT, steps.subList(2, steps.size()));
        }
        if (!place.startsWith(ITEMS)) {
            return place;
        }
        int number = Integer.parseInt(steps.get(2));
        return number < items.size()
                ? below(items.get(number), ITEMS + "/" + number, steps.subList(3, steps.size()))
                : ITEMS;
    }

    private String below(WireElement root, String pointer, List<String> steps) {
        WireElement at = root;
        String found = pointer;
        for (int step = 0; step + 1 < steps.size(); step += 2) {
            String name = steps.get(step);
            List<WireElement> same = at.all(name);
            int number = Integer.parseInt(steps.get(step + 1));
            if (number >= same.size()) {
                return found + "/" + JsonFiling.nameOf(name);
            }
            at = same.get(number);
            found = tree.pointer(at);
        }
        return found;
    }

    @Override
    public String toString() {
        return "SentPlaces";
    }
}

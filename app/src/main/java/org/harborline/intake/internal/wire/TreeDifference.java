// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Where two documents differ. Says places, never what stands there.
final class TreeDifference {

    private static final int MOST = 20;

    private final List<String> places = new ArrayList<>();

    private TreeDifference() {}

    /// Places below one, as many as somebody will read; none when the two say the same. Each step is a name and the
    /// number among those of that name, also where there is only one.
    static List<String> between(WireElement one, WireElement other, String pointer) {
        var difference = new TreeDifference();
        difference.compare(one, other, pointer);
        return List.copyOf(difference.places);
    }

    private void compare(WireElement one, WireElement other, String pointer) {
        if (places.size() >= MOST) {
            return;
        }
        if (!one.value().equals(other.value()) || !one.attributes().equals(other.attributes())) {
            places.add(pointer);
        }
        Map<String, List<WireElement>> ones = byName(one);
        Map<String, List<WireElement>> others = byName(other);
        Set<String> names = new LinkedHashSet<>(ones.keySet());
        names.addAll(others.keySet());
        for (String name : names) {
            compare(ones.getOrDefault(name, List.of()), others.getOrDefault(name, List.of()), pointer + "/" + name);
        }
    }

    private void compare(List<WireElement> ones, List<WireElement> others, String pointer) {
        int both = Math.min(ones.size(), others.size());
        for (int at = 0; at < both; at++) {
            compare(ones.get(at), others.get(at), pointer + "/" + at);
        }
        if (ones.size() != others.size() && places.size() < MOST) {
            places.add(pointer + "/" + both);
        }
    }

    private static Map<String, List<WireElement>> byName(WireElement element) {
        return element.children().stream()
                .collect(Collectors.groupingBy(WireElement::name, LinkedHashMap::new, Collectors.toList()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Follows the links of a server from its first page on, to at most a few pages of each route.
final class Walk {

    /// The second of a kind often has another state than the first.
    static final int OF_EACH_ROUTE = 2;
    private static final Pattern NO_PAGE = Pattern.compile("/static/.*|/ispws/.*|.*/file(\\?.*)?|.*\\.(xsd|json|pem)");

    private final Visitor visitor;
    private final Map<String, Pattern> routes = new HashMap<>();
    private final Map<String, Integer> visits = new HashMap<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final ArrayDeque<String> ahead = new ArrayDeque<>();
    private final List<String> refusals = new ArrayList<>();

    Walk(Visitor visitor, Collection<String> routes) {
        this.visitor = visitor;
        routes.forEach(route -> this.routes.put(route, Routes.matching(route)));
    }

    /// Walks until there is nothing new.
    ///
    /// @param onPage is run on each page with the route it belongs to
    Walk from(Collection<String> starts, Consumer<String> onPage) {
        ahead.addAll(starts);
        while (!ahead.isEmpty()) {
            String path = ahead.poll();
            String route = route(path);
            if (!NO_PAGE.matcher(path).matches() && seen.add(path) && isWanted(route)) {
                var response = visitor.go(path);
                if (response != null && response.status() >= 400) {
                    refusals.add(path + " answered " + response.status());
                }
                onPage.accept(route);
                ahead.addAll(visitor.links());
            }
        }
        return this;
    }

    private boolean isWanted(String route) {
        return visits.merge(route, 1, Integer::sum) <= OF_EACH_ROUTE;
    }

    /// The most exact route: the one with the fewest placeholders.
    private String route(String path) {
        String bare = URI.create(path).getPath();
        return routes.entrySet().stream()
                .filter(known -> known.getValue().matcher(bare).matches())
                .map(Map.Entry::getKey)
                .min(java.util.Comparator.comparingLong(
                        known -> known.chars().filter(c -> c == '{').count()))
                .orElse(bare);
    }

    /// Routes of which a page was seen.
    Set<String> routes() {
        return Set.copyOf(visits.keySet());
    }

    /// Links that lead nowhere.
    List<String> refusals() {
        return List.copyOf(refusals);
    }
}

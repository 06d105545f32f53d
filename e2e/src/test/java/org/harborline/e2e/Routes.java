// SPDX-License-Identifier: Apache-2.0
package org.harborline.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.harborline.synthetic.server.Installation;

/// The server's own table of routes, read from what it prints when it starts.
final class Routes {

    private static final Pattern ROUTE = Pattern.compile("\\{GET \\[([^\\]]+)]");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+):([^}]+)}|\\{\\w+}");

    /// Answers for programs and fragments of pages; none is a page.
    private static final Pattern NO_PAGE =
            Pattern.compile("/ispws/.*|/api/.*|/actuator.*|/error|/static/.*|.*/panels/.*|.*/file|.*\\.(xsd|json|pem)");

    private Routes() {}

    /// Paths of pages, with their placeholders.
    static Set<String> pages(Installation installation) throws IOException {
        var pages = new TreeSet<String>();
        var found = ROUTE.matcher(Files.readString(installation.log()));
        while (found.find()) {
            for (String path : found.group(1).split(" \\|\\| ", -1)) {
                if (!NO_PAGE.matcher(path).matches()) {
                    pages.add(path);
                }
            }
        }
        return pages;
    }

    /// Matches the paths that belong to a route.
    static Pattern matching(String route) {
        var regex = new StringBuilder();
        var places = PLACE.matcher(route);
        int end = 0;
        while (places.find()) {
            regex.append(Pattern.quote(route.substring(end, places.start())));
            regex.append(places.group(2) == null ? "[^/]+" : "(?:" + places.group(2) + ")");
            end = places.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(route.substring(end))).toString());
    }
}

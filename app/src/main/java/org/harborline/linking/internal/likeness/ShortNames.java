// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which given names are short for which: `short-names-1.txt`, a line for each full name.
final class ShortNames {

    private static final String FILE = "/linking/short-names-1.txt";
    private static final Map<String, Set<String>> FULL = read();

    private ShortNames() {}

    /// Whether the two are names of one person at times: Bob and Robert, Bob and Rob.
    static boolean alike(String a, String b) {
        Set<String> first = FULL.get(a);
        Set<String> second = FULL.get(b);
        return first != null && second != null && first.stream().anyMatch(second::contains);
    }

    private static Map<String, Set<String>> read() {
        var full = new HashMap<String, Set<String>>();
        try (InputStream in = ShortNames.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + FILE + " in this release.");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s+"))
                    .forEach(names -> Arrays.stream(names)
                            .forEach(name -> full.computeIfAbsent(name, _ -> new HashSet<>())
                                    .add(names[0])));
            return Map.copyOf(full);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

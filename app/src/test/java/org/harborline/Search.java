// SPDX-License-Identifier: Apache-2.0
package org.harborline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Looks for thousands of values at once in the bytes of files, at the speed of reading them.
final class Search {

    private static final int WINDOW = 6;
    private static final int BITS = 22;

    private final BitSet windows = new BitSet(1 << BITS);
    private final Map<Integer, List<byte[]>> candidates = new HashMap<>();
    private final Map<String, String> forms;

    /// @param forms what to look for, with the place where it comes from
    Search(Map<String, String> forms) {
        this.forms = Map.copyOf(forms);
        for (String form : forms.keySet()) {
            byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
            if (bytes.length < WINDOW) {
                throw new IllegalArgumentException("too short to be looked for: " + form);
            }
            int window = window(bytes, 0);
            windows.set(window);
            candidates.computeIfAbsent(window, _ -> new ArrayList<>()).add(bytes);
        }
    }

    private static int window(byte[] bytes, int at) {
        long hash = 0;
        for (int index = at; index < at + WINDOW; index++) {
            hash = hash * 257 + (bytes[index] & 0xff);
        }
        return (int) ((hash * 0x9E3779B97F4A7C15L) >>> (64 - BITS));
    }

    /// Which values stand there, and where they come from.
    Set<String> in(byte[] bytes) {
        var found = new TreeSet<String>();
        for (int at = 0; at + WINDOW <= bytes.length; at++) {
            int window = window(bytes, at);
            if (windows.get(window)) {
                for (byte[] form : candidates.get(window)) {
                    if (stands(bytes, at, form)) {
                        String value = new String(form, StandardCharsets.UTF_8);
                        found.add(value + " from " + forms.get(value));
                    }
                }
            }
        }
        return found;
    }

    private static boolean stands(byte[] bytes, int at, byte[] form) {
        return at + form.length <= bytes.length
                && java.util.Arrays.equals(bytes, at, at + form.length, form, 0, form.length);
    }

    /// Which values stand in which files below a directory.
    Map<Path, Set<String>> below(Path directory) throws IOException {
        var found = new HashMap<Path, Set<String>>();
        try (var files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                try {
                    Set<String> here = in(Files.readAllBytes(file));
                    if (!here.isEmpty()) {
                        found.put(directory.relativize(file), here);
                    }
                } catch (NoSuchFileException _) {
                    // the database works on; it may remove files of its own
                }
            }
        }
        return found;
    }
}

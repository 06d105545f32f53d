// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/// All versions of the priority table that ship with this release. A version is never changed once released: reports
/// prioritised with it are replayed with it.
@Component
class RuleBook {

    private static final int NEWEST = 1;
    /// Reports come in few shapes; a decision costs 0.3 ms without the memo.
    private static final int MEMO = 20_000;

    private final NavigableMap<Integer, PriorityRules> versions = new TreeMap<>();
    private final Cache<Question, Verdict> memo =
            CacheBuilder.newBuilder().maximumSize(MEMO).build();

    RuleBook() {
        for (int version = 1; version <= NEWEST; version++) {
            versions.put(version, PriorityRules.read(version, content(version)));
        }
    }

    SortedSet<Integer> versions() {
        return new TreeSet<>(versions.keySet());
    }

    Verdict decide(int version, RuleVector vector) {
        var question = new Question(version, vector);
        Verdict known = memo.getIfPresent(question);
        if (known != null) {
            return known;
        }
        PriorityRules rules = versions.get(version);
        if (rules == null) {
            throw new IllegalStateException("priority table " + version + " is not part of this release");
        }
        Verdict verdict = rules.decide(vector);
        memo.put(question, verdict);
        return verdict;
    }

    /// The table as it is checked in, for people to read.
    static byte[] content(int version) {
        String name = "/triage/priority-" + version + ".dmn";
        try (InputStream stream = RuleBook.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("priority table " + version + " is missing from the build");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Question(int version, RuleVector vector) {}
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.registry.ContactKind;
import org.jspecify.annotations.Nullable;

/// Reads form fields.
final class Fields {

    private Fields() {}

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /// The end of a last day, in UTC.
    static @Nullable Instant endOf(@Nullable LocalDate lastDay) {
        return lastDay == null
                ? null
                : lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// For fields that a form sends whenever it is filled in.
    static void requirePresent(@Nullable Object... fields) {
        for (Object field : fields) {
            if (field == null) {
                throw new ProblemException(PlatformProblem.INVALID_INPUT);
            }
        }
    }

    static List<String> words(String text) {
        return Arrays.stream(text.strip().split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// Kinds of contact point that an organisation should have and has not.
    static Set<ContactKind> missing(Set<ContactKind> held, ContactKind... needed) {
        var missing = EnumSet.noneOf(ContactKind.class);
        missing.addAll(List.of(needed));
        missing.add(ContactKind.ROUND_THE_CLOCK);
        missing.removeAll(held);
        return missing;
    }
}

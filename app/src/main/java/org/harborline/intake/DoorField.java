// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One answer at the public door: a choice of codes, or a text of limited length.
public enum DoorField {
    ABOUT(List.of("contact", "threat", "person", "money", "material", "other")),
    CHILD(List.of("me", "family", "known", "unknown")),
    AGE(3),
    MEETING(List.of("yes", "no", "unknown")),
    THREAT(List.of("yes", "no", "unknown")),
    MISSING(List.of("yes", "no", "unknown")),
    WHERE(List.of("app", "game", "website", "phone", "person", "unknown")),
    SERVICE(90),
    LINK(2000),
    ACCOUNT(200),
    COUNTRY(2),
    PERSON(2000),
    WHEN(List.of("now", "week", "month", "longer", "unknown")),
    TELL(8000),
    CONTACT(1000);

    private final ImmutableList<String> choices;
    private final int longest;

    DoorField(List<String> choices) {
        this.choices = ImmutableList.copyOf(choices);
        this.longest = 0;
    }

    DoorField(int longest) {
        this.choices = ImmutableList.of();
        this.longest = longest;
    }

    /// The codes there are; empty for a text.
    public List<String> choices() {
        return choices;
    }

    /// How long a text may be.
    public int longest() {
        return longest;
    }

    public boolean isChoice() {
        return !choices.isEmpty();
    }

    /// Whether the text takes several lines.
    public boolean isLong() {
        return longest >= 1000 && this != LINK;
    }

    /// As it stands in forms and message keys.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What of a typed value is an answer to this; empty when nothing is.
    public String clean(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        String value = plain(typed);
        if (isChoice()) {
            return choices.contains(value) ? value : "";
        }
        return switch (this) {
            case AGE -> value.matches("[0-9]{1,2}") ? value : "";
            case COUNTRY -> List.of(Locale.getISOCountries()).contains(value) ? value : "";
            default -> value;
        };
    }

    /// Without characters that no document can hold. A browser counts the end of a line once, and sends two signs.
    public static String plain(String typed) {
        return typed.replace("\r\n", "\n")
                .codePoints()
                .filter(DoorField::fits)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static boolean fits(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c < 0xFFFE)
                || c > 0xFFFF;
    }

    /// Whether a typed value cannot be taken as it stands.
    public boolean refuses(@Nullable String typed) {
        if (typed == null || isChoice() || plain(typed).isEmpty()) {
            return false;
        }
        String value = plain(typed);
        return value.codePointCount(0, value.length()) > longest || clean(typed).isEmpty();
    }
}

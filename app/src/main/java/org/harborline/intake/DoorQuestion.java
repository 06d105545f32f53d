// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the public door asks, one question a page, in this order. Nothing is mandatory but the first.
public enum DoorQuestion {
    /// What it is about.
    ABOUT(DoorField.ABOUT),
    /// Who the child is.
    CHILD(DoorField.CHILD, DoorField.AGE),
    /// What goes on now.
    NOW(DoorField.MEETING, DoorField.THREAT, DoorField.MISSING),
    /// Where it happened.
    WHERE(DoorField.WHERE),
    /// On which service, under which address.
    SERVICE(DoorField.SERVICE, DoorField.LINK),
    /// By whom.
    WHO(DoorField.ACCOUNT, DoorField.COUNTRY, DoorField.PERSON),
    /// When.
    WHEN(DoorField.WHEN),
    /// In the reporter's own words.
    TELL(DoorField.TELL),
    /// Whether and how the reporter may be reached.
    CONTACT(DoorField.CONTACT);

    private final ImmutableList<DoorField> fields;

    DoorQuestion(DoorField... fields) {
        this.fields = ImmutableList.copyOf(fields);
    }

    public List<DoorField> fields() {
        return fields;
    }

    /// As it stands in forms and message keys.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DoorQuestion> find(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /// Whether it is asked, after what was answered so far.
    public boolean asked(Map<DoorField, String> answers) {
        return switch (this) {
            case CHILD, NOW -> !"material".equals(answers.get(DoorField.ABOUT));
            case SERVICE -> !"person".equals(answers.get(DoorField.WHERE));
            default -> true;
        };
    }

    /// All that are asked.
    public static List<DoorQuestion> asking(Map<DoorField, String> answers) {
        return Arrays.stream(values()).filter(one -> one.asked(answers)).toList();
    }

    /// The next one that is asked; absent after the last.
    public @Nullable DoorQuestion next(Map<DoorField, String> answers) {
        return Arrays.stream(values())
                .filter(one -> one.compareTo(this) > 0 && one.asked(answers))
                .findFirst()
                .orElse(null);
    }

    /// The one before that is asked; absent before the first.
    public @Nullable DoorQuestion previous(Map<DoorField, String> answers) {
        return Arrays.stream(values())
                .filter(one -> one.compareTo(this) < 0 && one.asked(answers))
                .reduce((_, last) -> last)
                .orElse(null);
    }
}

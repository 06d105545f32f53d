// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal.likeness;

import java.util.List;
import java.util.stream.Stream;

/// A part of a blocking key: a field, and what of its value goes into the key. Alone it is no key.
public record BlockingPart(String field, Form form) {

    /// What of a value goes into a key.
    public enum Form {
        WHOLE,
        SOUND,
        /// The first letters, so that what is wrong further on does not matter.
        START,
        /// The last letters or digits.
        END,
        /// Of a date: day and month in either order.
        DAY_AND_MONTH,
        YEAR_AND_MONTH,
        YEAR_AND_DAY,
        /// Of an address of a mailbox: what stands before the at sign.
        MAILBOX,
        /// The letters or digits without their order.
        LETTERS
    }

    /// The forms that make sense for a kind.
    static List<Form> forms(Kind kind) {
        return switch (kind) {
            case GIVEN_NAME, SURNAME -> List.of(Form.WHOLE, Form.SOUND, Form.START, Form.END);
            case FULL_NAME -> List.of(Form.WHOLE, Form.SOUND, Form.LETTERS, Form.START, Form.END);
            case BIRTH_DATE ->
                List.of(Form.WHOLE, Form.DAY_AND_MONTH, Form.YEAR_AND_MONTH, Form.YEAR_AND_DAY, Form.LETTERS);
            case EMAIL -> List.of(Form.WHOLE, Form.MAILBOX, Form.START);
            case HANDLE, PHONE, POSTCODE, CODE -> List.of(Form.WHOLE, Form.START, Form.END, Form.LETTERS);
            case HOUSE_NUMBER, NUMBER -> List.of(Form.WHOLE, Form.LETTERS);
            case REGION, CATEGORY -> List.of(Form.WHOLE);
            case STREET, LOCALITY, TEXT -> List.of(Form.WHOLE, Form.SOUND, Form.START, Form.END);
        };
    }

    /// What goes into a key of a value; none where the value is too short to say anything.
    Stream<String> of(Value value) {
        String text = value.joined();
        int half = Math.max(3, (text.length() + 1) / 2);
        return switch (form) {
            case WHOLE -> Stream.of(text);
            case SOUND ->
                value.sounds().isEmpty()
                        ? Stream.empty()
                        : Stream.of(String.join(
                                " ", value.sounds().stream().sorted().toList()));
            case START ->
                text.length() < 3 ? Stream.empty() : Stream.of(text.substring(0, Math.min(text.length(), half)));
            case END ->
                text.length() < 3 ? Stream.empty() : Stream.of(text.substring(Math.max(0, text.length() - half)));
            case LETTERS -> text.length() < 2 ? Stream.empty() : Stream.of(sorted(text));
            case MAILBOX -> Stream.of(HandleComparison.name(text));
            case DAY_AND_MONTH, YEAR_AND_MONTH, YEAR_AND_DAY -> date(BirthDates.parts(text));
        };
    }

    private Stream<String> date(List<String> parts) {
        if (parts.isEmpty()) {
            return Stream.empty();
        }
        String year = parts.get(0);
        String month = parts.get(1);
        String day = parts.get(2);
        return Stream.of(
                switch (form) {
                    case YEAR_AND_MONTH -> year + month;
                    case YEAR_AND_DAY -> year + "-" + day;
                    default -> month.compareTo(day) <= 0 ? month + day : day + month;
                });
    }

    private static String sorted(String text) {
        return text.chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

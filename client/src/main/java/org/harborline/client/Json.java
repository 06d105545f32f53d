// SPDX-License-Identifier: Apache-2.0
package org.harborline.client;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one JSON document (RFC 8259) into maps, lists, strings, [BigDecimal]s, booleans and nulls.
final class Json {

    private static final int DEEPEST = 200;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /// What the text says.
    ///
    /// @throws IllegalArgumentException when it is not one JSON document; the message names the place
    /// alone
    static @Nullable Object read(String text) {
        var json = new Json(text);
        Object value = json.value();
        json.skipSpace();
        if (json.at < text.length()) {
            throw json.fault();
        }
        return value;
    }

    /// A text as JSON writes it, in ASCII.
    static String quoted(String text) {
        var json = new StringBuilder(text.length() + 2).append('"');
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one == '"' || one == '\\') {
                json.append('\\').append(one);
            } else if (one >= ' ' && one < 0x7f) {
                json.append(one);
            } else {
                json.append("\\u").append(HexFormat.of().toHexDigits(one));
            }
        }
        return json.append('"').toString();
    }

    /// The object that a value is; empty when it is none.
    @SuppressWarnings("unchecked") // every map of this reader is of this type
    static Map<String, @Nullable Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> ? (Map<String, @Nullable Object>) value : Map.of();
    }

    /// The list that a value is; empty when it is none.
    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /// The text that a value is; empty when it is none.
    static String string(@Nullable Object value) {
        return value instanceof String string ? string : "";
    }

    /// The whole number that a value is, or another one when it is none.
    static long number(@Nullable Object value, long otherwise) {
        try {
            return value instanceof BigDecimal number ? number.longValueExact() : otherwise;
        } catch (ArithmeticException noWholeNumber) {
            return otherwise;
        }
    }

    private @Nullable Object value() {
        skipSpace();
        return switch (peek()) {
            case '{' -> within(this::object);
            case '[' -> within(this::list);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private interface Part {
        Object read();
    }

    private Object within(Part part) {
        if (++depth > DEEPEST) {
            throw fault();
        }
        at++;
        Object read = part.read();
        depth--;
        return read;
    }

    private Object object() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        skipSpace();
        if (isNext('}')) {
            return object;
        }
        do {
            skipSpace();
            String name = string();
            skipSpace();
            expect(':');
            object.put(name, value());
            skipSpace();
        } while (isNext(','));
        expect('}');
        return object;
    }

    private Object list() {
        List<@Nullable Object> list = new ArrayList<>();
        skipSpace();
        if (isNext(']')) {
            return list;
        }
        do {
            list.add(value());
            skipSpace();
        } while (isNext(','));
        expect(']');
        return list;
    }

    private String string() {
        expect('"');
        var string = new StringBuilder();
        while (!isNext('"')) {
            char next = next();
            if (next < ' ') {
                throw fault();
            }
            string.append(next == '\\' ? escaped() : next);
        }
        return string.toString();
    }

    private char escaped() {
        char letter = next();
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw fault();
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char digit = next();
            int value = digit < 128 ? Character.digit(digit, 16) : -1;
            if (value < 0) {
                throw fault();
            }
            code = code * 16 + value;
        }
        return (char) code;
    }

    private Object number() {
        int start = at;
        isNext('-');
        if (!isNext('0')) {
            digits();
        }
        if (isNext('.')) {
            digits();
        }
        if (isNext('e') || isNext('E')) {
            if (!isNext('+')) {
                isNext('-');
            }
            digits();
        }
        try {
            return new BigDecimal(text.substring(start, at));
        } catch (NumberFormatException exponentTooLarge) {
            throw fault();
        }
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw fault();
        }
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        if (!text.startsWith(word, at)) {
            throw fault();
        }
        at += word.length();
        return meaning;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean isNext(char wanted) {
        boolean is = at < text.length() && text.charAt(at) == wanted;
        if (is) {
            at++;
        }
        return is;
    }

    private void expect(char wanted) {
        if (!isNext(wanted)) {
            throw fault();
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw fault();
        }
        return text.charAt(at);
    }

    private char next() {
        char next = peek();
        at++;
        return next;
    }

    private IllegalArgumentException fault() {
        return new IllegalArgumentException("no JSON from character " + at + " on");
    }
}

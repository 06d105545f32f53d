// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/// A kind of text value: a built-in type and the limits our schema sets on it.
sealed interface SimpleType {

    /// Why the text is not such a value; empty when it is.
    Optional<String> fault(String text);

    /// One of several kinds.
    record Union(List<SimpleType> members) implements SimpleType {

        @Override
        public Optional<String> fault(String text) {
            boolean fits =
                    members.stream().anyMatch(member -> member.fault(text).isEmpty());
            return fits ? Optional.empty() : members.getFirst().fault(text);
        }
    }

    /// A built-in type with limits.
    ///
    /// @param maxLength in characters
    /// @param allowed empty when any value of the base will do
    record Limited(
            BuiltIn base,
            @Nullable Integer maxLength,
            @Nullable BigInteger min,
            @Nullable BigInteger max,
            @Nullable Pattern pattern,
            Set<String> allowed)
            implements SimpleType {

        static Limited of(BuiltIn base) {
            return new Limited(base, null, null, null, null, Set.of());
        }

        @Override
        public Optional<String> fault(String text) {
            String value = base == BuiltIn.STRING ? text : collapsed(text);
            if (!base.accepts(value)) {
                return Optional.of("must be " + base.phrase);
            }
            return lengthFault(value).or(() -> rangeFault(value)).or(() -> vocabularyFault(value));
        }

        private Optional<String> lengthFault(String value) {
            if (maxLength != null && value.codePointCount(0, value.length()) > maxLength) {
                return Optional.of("is longer than " + maxLength + " characters");
            }
            return Optional.empty();
        }

        private Optional<String> rangeFault(String value) {
            if (min == null || max == null) {
                return Optional.empty();
            }
            BigInteger number = new BigInteger(value);
            return number.compareTo(min) < 0 || number.compareTo(max) > 0
                    ? Optional.of("must be between " + min + " and " + max)
                    : Optional.empty();
        }

        private Optional<String> vocabularyFault(String value) {
            if (pattern != null && !pattern.matcher(value).matches()) {
                return Optional.of("must have the form " + pattern.pattern());
            }
            if (!allowed.isEmpty() && !allowed.contains(value)) {
                return Optional.of(
                        allowed.size() > 12
                                ? "is not one of the " + allowed.size() + " values in the schema"
                                : "must be one of: " + String.join("; ", allowed));
            }
            return Optional.empty();
        }
    }

    private static String collapsed(String text) {
        return BuiltIn.WHITE_SPACE.matcher(text).replaceAll(" ").strip();
    }

    /// The built-in types our schema uses.
    enum BuiltIn {
        STRING("text"),
        TOKEN("text"),
        BOOLEAN("true or false"),
        INT("a whole number"),
        LONG("a whole number"),
        DOUBLE("a number"),
        DATE("a date such as 2026-11-23"),
        DATE_TIME("a date and time such as 2026-11-23T10:15:00Z");

        private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t\\n\\r]+");
        private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
        private static final Pattern DECIMAL =
                Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([Ee][+-]?[0-9]+)?|-?INF|NaN");

        /// The calendar of the JDK takes a sixtieth second, its validator does not.
        private static final Pattern LEAP_SECOND = Pattern.compile(":60(?![0-9:])");

        private static final Set<String> TRUTH = Set.of("true", "false", "1", "0");

        private final String phrase;

        BuiltIn(String phrase) {
            this.phrase = phrase;
        }

        /// Finds the type by its name in a schema, such as `dateTime`.
        static BuiltIn named(String name) {
            for (BuiltIn type : values()) {
                if (type.name().replace("_", "").equalsIgnoreCase(name)) {
                    return type;
                }
            }
            throw new IllegalStateException("the schema uses a built-in type that is not known here: " + name);
        }

        boolean accepts(String value) {
            return switch (this) {
                case STRING, TOKEN -> true;
                case BOOLEAN -> TRUTH.contains(value);
                case INT -> WHOLE.matcher(value).matches() && bits(value) < Integer.SIZE;
                case LONG -> WHOLE.matcher(value).matches() && bits(value) < Long.SIZE;
                case DOUBLE -> DECIMAL.matcher(value).matches();
                case DATE -> calendar(value, DatatypeConstants.DATE);
                case DATE_TIME -> calendar(value, DatatypeConstants.DATETIME);
            };
        }

        private static int bits(String value) {
            return value.length() > 40 ? Integer.MAX_VALUE : new BigInteger(value).bitLength();
        }

        private static boolean calendar(String value, QName type) {
            if (value.isEmpty() || LEAP_SECOND.matcher(value).find()) {
                return false;
            }
            try {
                return DatatypeFactory.newDefaultInstance()
                        .newXMLGregorianCalendar(value)
                        .getXMLSchemaType()
                        .equals(type);
            } catch (IllegalArgumentException | IllegalStateException _) {
                return false;
            }
        }
    }
}

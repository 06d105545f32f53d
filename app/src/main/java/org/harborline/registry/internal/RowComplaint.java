// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Says to whoever wrote a data file where it is wrong and what would fit there.
final class RowComplaint {

    private RowComplaint() {}

    /// @param before lines above the table
    static String sentence(String file, int before, JacksonException wrong) {
        String column = wrong.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        var location = wrong.getLocation();
        return file + (location == null ? "" : ", line " + (before + location.getLineNr()))
                + (column.isEmpty() ? "" : ", column " + column) + " cannot be taken" + fits(wrong) + ".";
    }

    private static String fits(JacksonException wrong) {
        return switch (wrong) {
            case InvalidFormatException format -> fits(format.getTargetType());
            case UnrecognizedPropertyException unknown ->
                "; there is no such column, but " + list(unknown.getKnownPropertyIds());
            case JacksonException other
            when other.getCause() instanceof IllegalArgumentException row -> ": " + row.getMessage();
            default -> "; each row has one cell for each column, with quotes around those that hold a comma";
        };
    }

    private static String fits(Class<?> type) {
        if (type == LocalDate.class) {
            return "; a date looks like 2026-11-23";
        }
        return type.isEnum()
                ? "; it is one of "
                        + Stream.of(type.getEnumConstants())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))
                : "; it is a whole number";
    }

    private static String list(@Nullable Collection<Object> names) {
        return names == null
                ? "others"
                : names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }
}

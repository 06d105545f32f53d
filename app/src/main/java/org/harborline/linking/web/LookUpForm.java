// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Objects;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.linking.LookUp;
import org.harborline.platform.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/// The form for a look-up.
///
/// @param qualifier calling code, device type or service, by kind
/// @param at with an offset, or in UTC without one
record LookUpForm(
        @Nullable IdentifierKind kind,
        @Nullable String value,
        @Nullable String qualifier,
        @Nullable UUID provider,
        @Nullable String port,
        @Nullable String at,
        @Nullable Purpose purpose) {

    static final LookUpForm EMPTY = new LookUpForm(null, null, null, null, null, null, null);

    private static final int HIGHEST_PORT = 65_535;

    /// Reports what is missing or cannot be read, by field.
    void check(BindingResult result) {
        require(result, "kind", kind != null);
        require(result, "value", filled(value) && Objects.requireNonNull(value).length() <= LookUp.LONGEST);
        require(result, "port", !filled(port) || readPort(port) != null);
        require(result, "at", !filled(at) || readTime(at) != null);
        require(result, "purpose", purpose != null);
    }

    private static void require(BindingResult result, String field, boolean fits) {
        if (!fits && !result.hasFieldErrors(field)) {
            result.rejectValue(field, "linking.look-up.wrong." + field);
        }
    }

    private static boolean filled(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static @Nullable Integer readPort(@Nullable String text) {
        String digits = Objects.requireNonNullElse(text, "").strip();
        return digits.matches("[0-9]{1,5}") && Integer.parseInt(digits) <= HIGHEST_PORT
                ? Integer.valueOf(digits)
                : null;
    }

    private static @Nullable Instant readTime(@Nullable String text) {
        try {
            TemporalAccessor read = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    Objects.requireNonNullElse(text, "").strip(), OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime exact
                    ? exact.toInstant()
                    : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    LookUp lookUp() {
        return new LookUp(
                Objects.requireNonNull(kind),
                Objects.requireNonNull(value),
                filled(qualifier) ? qualifier : null,
                provider,
                readPort(port),
                readTime(at));
    }

    @Override
    public String toString() {
        return "LookUpForm(" + kind + ")";
    }
}

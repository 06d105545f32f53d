// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.time.OffsetDateTime;
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

    /// Reports what is missing or cannot be read, by field.
    void check(BindingResult result) {
        if (result.getTarget() == null) {
            return; // a field that cannot be read is reported already, and nothing else can be
        }
        require(result, "kind", kind != null);
        require(
                result,
                "value",
                Typed.filled(value) && Objects.requireNonNull(value).length() <= LookUp.LONGEST);
        require(result, "port", !Typed.filled(port) || Typed.port(port) != null);
        require(result, "at", !Typed.filled(at) || Typed.time(at) != null);
        require(result, "purpose", purpose != null);
    }

    private static void require(BindingResult result, String field, boolean fits) {
        if (!fits && !result.hasFieldErrors(field)) {
            result.rejectValue(field, "linking.look-up.wrong." + field);
        }
    }

    LookUp lookUp() {
        OffsetDateTime time = Typed.time(at);
        return new LookUp(
                Objects.requireNonNull(kind),
                Objects.requireNonNull(value),
                Typed.filled(qualifier) ? qualifier : null,
                provider,
                Typed.port(port),
                time == null ? null : time.toInstant());
    }

    @Override
    public String toString() {
        return "LookUpForm(" + kind + ")";
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.Objects;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Confidence;
import org.harborline.linking.FindingKind;
import org.harborline.linking.RecordFinding;
import org.harborline.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/// The form for a finding. Everything may be missing until it was filled in.
///
/// @param id of the finding that it becomes, made with the form so that sending it twice makes one
/// @param observedAt with an offset, or in UTC without one
/// @param port for an address
record FindingForm(
        @Nullable UUID id,
        @Nullable FindingKind kind,
        @Nullable IdentifierKind identifierKind,
        @Nullable String value,
        @Nullable String qualifier,
        @Nullable Boolean onSendersService,
        @Nullable PartyRole role,
        @Nullable String source,
        @Nullable String method,
        @Nullable String observedAt,
        @Nullable String port,
        @Nullable Confidence confidence) {

    static final FindingForm EMPTY =
            new FindingForm(null, null, null, null, null, null, null, null, null, null, null, null);

    /// The id that it came with, or one of its own.
    UUID finding() {
        return id == null ? Ids.next() : id;
    }

    /// Reports what is missing, by field.
    void check(BindingResult result) {
        if (result.getTarget() == null) {
            return; // a field that cannot be read is reported already, and nothing else can be
        }
        require(result, "kind", kind != null);
        require(result, "identifierKind", kind != FindingKind.IDENTIFIER || identifierKind != null);
        require(result, "value", Typed.filled(value));
        require(result, "source", Typed.filled(source));
        require(result, "method", Typed.filled(method));
        require(result, "role", role != null);
        require(result, "observedAt", Typed.time(observedAt) != null);
        require(result, "port", !Typed.filled(port) || Typed.port(port) != null);
        require(result, "confidence", confidence != null);
    }

    private static void require(BindingResult result, String field, boolean present) {
        if (!present && !result.hasFieldErrors(field)) {
            result.rejectValue(field, "linking.finding.missing." + field);
        }
    }

    RecordFinding command(ReportNumber report) {
        return new RecordFinding(
                report,
                Objects.requireNonNull(kind),
                kind == FindingKind.IDENTIFIER ? identifierKind : null,
                Typed.filled(qualifier) ? qualifier : null,
                Boolean.TRUE.equals(onSendersService),
                Objects.requireNonNull(role),
                Objects.requireNonNull(value),
                Objects.requireNonNull(source),
                Objects.requireNonNull(method),
                Objects.requireNonNull(Typed.time(observedAt)),
                identifierKind == IdentifierKind.IP_ADDRESS ? Typed.port(port) : null,
                Objects.requireNonNull(confidence));
    }

    @Override
    public String toString() {
        return "FindingForm(" + kind + ")";
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far a company is on its way.
///
/// @param checks what was done, by item; what is not in it is open
/// @param approvals who agreed, in that order
/// @param conformance the newest certificate that was accepted; absent when there is none
/// @param agreements newest first
/// @param version of the company
public record Verifying(
        ProviderId provider,
        Standing standing,
        @Nullable String country,
        Application.@Nullable Ground ground,
        Map<CheckItem, Check> checks,
        List<Approval> approvals,
        @Nullable Conformance conformance,
        List<Agreement> agreements,
        long version) {

    /// How many different people agree.
    public static final int APPROVERS = 2;

    public Verifying {
        checks = Map.copyOf(checks);
        approvals = List.copyOf(approvals);
        agreements = List.copyOf(agreements);
    }

    /// What nobody has checked.
    public Set<CheckItem> open() {
        var open = EnumSet.allOf(CheckItem.class);
        open.removeAll(checks.keySet());
        return open;
    }

    /// Whether an agreement is in force on a day.
    public boolean agreed(LocalDate day) {
        return agreements.stream().anyMatch(one -> one.inForceOn(day));
    }

    /// Whether everything was checked, so that people can agree.
    public boolean complete(LocalDate day) {
        return open().isEmpty() && agreed(day);
    }

    /// The last day of the agreement that ends last; empty when one is open-ended or there is none.
    public Optional<LocalDate> agreedUntil() {
        return agreements.stream().anyMatch(one -> one.lastDay() == null)
                ? Optional.empty()
                : agreements.stream()
                        .flatMap(one -> Optional.ofNullable(one.lastDay()).stream())
                        .max(LocalDate::compareTo);
    }

    /// An item that was checked.
    ///
    /// @param by opaque id of the account
    /// @param note what was looked at and where it is kept; absent for those who did not open it
    public record Check(String by, Instant at, @Nullable String note) {}

    /// Somebody who agreed.
    ///
    /// @param by opaque id of the account
    public record Approval(String by, Instant at) {}

    /// A certificate that was accepted.
    ///
    /// @param passedAt when the client passed in the sandbox
    public record Conformance(UUID run, Instant passedAt, Instant acceptedAt) {}

    /// A signed agreement, which is kept elsewhere.
    ///
    /// @param reference number, date and where it is kept; absent for those who did not open it
    /// @param lastDay last day it is in force; absent when it is open-ended
    public record Agreement(
            UUID id,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable String reference) {

        public boolean inForceOn(LocalDate day) {
            return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
        }
    }
}

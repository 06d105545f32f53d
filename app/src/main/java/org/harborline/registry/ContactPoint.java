// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How to reach an organisation, in clear. Stored sealed.
///
/// @param rank order within the kind, from 1
/// @param verifiedOn when somebody last reached it
public record ContactPoint(UUID id, ContactKind kind, int rank, Details details, LocalDate verifiedOn) {

    /// After this many days without a check a contact counts as stale.
    public static final int STALE_AFTER_DAYS = 180;

    /// Whether nobody has checked it for [#STALE_AFTER_DAYS] days.
    public boolean staleOn(LocalDate day) {
        return verifiedOn.plusDays(STALE_AFTER_DAYS).isBefore(day);
    }

    @Override
    public String toString() {
        return "ContactPoint(" + id + ", " + kind + ")";
    }

    /// What is sealed. At least one of e-mail, telephone and postal address is there.
    ///
    /// @param person name of a person or desk
    /// @param phone as dialled from abroad
    /// @param post postal address, lines separated by line feeds
    public record Details(
            @Nullable String person,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String post) {

        public Details {
            if (email == null && phone == null && post == null) {
                throw new IllegalArgumentException("a contact point can be reached somehow");
            }
        }

        /// The postal address line by line.
        public List<String> postLines() {
            return post == null ? List.of() : post.lines().toList();
        }

        @Override
        public String toString() {
            return "Details(masked)";
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What waits for staff about reporting companies. Sample companies are left out; each list has an end.
///
/// @param joining not live yet, or suspended
/// @param reopened verified once, with something to be checked again
/// @param stale with contact points that nobody has checked for [ContactPoint#STALE_AFTER_DAYS] days
/// @param ending whose last agreement ends within [#WARN_DAYS] days, has ended, or was never entered
/// @param stopped who stopped all their credentials within [#STOPPED_DAYS] days
public record Attention(
        List<Joining> joining, List<Named> reopened, List<Stale> stale, List<Ending> ending, List<Stopped> stopped) {

    /// How long before its end an agreement is listed.
    public static final int WARN_DAYS = 60;

    /// How long a pressed kill switch is listed.
    public static final int STOPPED_DAYS = 14;

    public Attention {
        joining = List.copyOf(joining);
        reopened = List.copyOf(reopened);
        stale = List.copyOf(stale);
        ending = List.copyOf(ending);
        stopped = List.copyOf(stopped);
    }

    /// A company by name.
    public record Named(ProviderId id, String name) {}

    /// A company on its way.
    ///
    /// @param checks how many items were checked
    /// @param approvals how many people agree
    public record Joining(Named company, Standing standing, int checks, int approvals) {}

    /// Contact points to be checked again.
    ///
    /// @param contacts how many
    /// @param oldest when the oldest was last reached
    public record Stale(Named company, int contacts, LocalDate oldest) {}

    /// An agreement to be renewed.
    ///
    /// @param lastDay absent when there is no agreement
    public record Ending(Named company, @Nullable LocalDate lastDay) {}

    /// A kill switch that was pressed.
    public record Stopped(Named company, Instant at) {}
}

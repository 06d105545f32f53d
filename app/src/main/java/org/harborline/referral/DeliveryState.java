// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

/// Where a package is. Every delivery is in exactly one of these, and only the last four end it.
public enum DeliveryState {
    /// Decided; something stands in the way of sending it.
    HELD,
    /// Decided; the package is being made.
    REQUESTED,
    /// Made and sealed; on its way to the agency's pages.
    IN_DELIVERY,
    /// On the agency's pages; an acknowledgement is awaited.
    AWAITING,
    /// Nobody at the agency has acknowledged it in time.
    OVERDUE,
    /// Acknowledged.
    ACCEPTED,
    /// Not theirs, with a reason; a person decides where it goes instead.
    RETURNED,
    /// Returned and sent to somebody else.
    REROUTED,
    /// Given up before it reached its agency: by a person while it was held, or because the agency gave back what it
    /// belongs to.
    DISCARDED;

    /// Whether the agency has the package before it and has not answered.
    public boolean waitsForAgency() {
        return this == AWAITING || this == OVERDUE;
    }

    /// Whether the agency has the package and has not returned it.
    public boolean isWithAgency() {
        return waitsForAgency() || this == ACCEPTED;
    }

    /// Whether the agency has the package, or gets it unless something happens.
    public boolean isThereOrOnItsWay() {
        return this != RETURNED && this != REROUTED && this != DISCARDED;
    }

    /// Whether the agency may open the package: once it is there, for ever.
    public boolean reachedAgency() {
        return this != HELD && this != REQUESTED && this != IN_DELIVERY && this != DISCARDED;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.harborline.registry.ContactKind;
import org.jspecify.annotations.Nullable;

/// That an agency is called about a correction until somebody there has it before them.
///
/// @param delivery the correction
/// @param since when it was decided
/// @param every how long after one round the next one follows
/// @param endedAt when somebody there opened or answered it, or was told; absent while they are called
/// @param toldBy who of the clearinghouse told them in another way, as an opaque id
public record NightCall(
        DeliveryId delivery,
        Instant since,
        Duration every,
        @Nullable Instant endedAt,
        @Nullable String toldBy,
        List<Round> rounds) {
    public NightCall {
        rounds = List.copyOf(rounds);
    }

    /// Whether they are called still.
    public boolean open() {
        return endedAt == null;
    }

    /// One round.
    ///
    /// @param onDuty how many people on duty at the clearinghouse were called, because nobody of the agency
    /// could be
    public record Round(int number, Instant at, List<Called> called, int onDuty) {
        public Round {
            called = List.copyOf(called);
        }
    }

    /// A contact of the agency.
    ///
    /// @param rank of the contact within its kind, as the registry has it
    /// @param sentAt when the mail left; absent when it has not
    public record Called(
            ContactKind kind, int rank, @Nullable Instant sentAt) {}
}

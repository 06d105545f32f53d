// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Code;

/// An identifier in so many reports, or from so many senders, that it links nothing.
///
/// @param key opaque, for paging
/// @param report the report that crossed the limit
/// @param rarity how common it is now
public record Hub(
        UUID key,
        Code rule,
        int ruleVersion,
        IdentifierKind kind,
        ReportNumber report,
        Crossing crossing,
        Instant crossedAt,
        LinkReason.Rarity rarity) {

    /// The limit that it crossed.
    ///
    /// @param limit how many there may be
    public record Crossing(int limit, Counted counted) {

        /// Of what there were too many.
        public enum Counted {
            /// Different reports.
            REPORTS,
            /// Different senders.
            SENDERS,
            /// Different other identifiers that are named beside it: it is not one person's.
            COMPANIONS
        }
    }

    /// Where it stands in the list.
    public Place place() {
        return new Place(crossedAt, key);
    }

    /// A place in the list, as text in an address.
    public record Place(Instant crossedAt, UUID key) {

        private static final String BETWEEN = "_";
        private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

        /// Reads a place from an address.
        ///
        /// @throws IllegalArgumentException when the text is no place
        public static Place parse(String text) {
            String[] parts = text.split(BETWEEN, 2);
            try {
                Instant time = Instant.parse(parts[0]);
                if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
                    throw new IllegalArgumentException("no time at which anything was shared");
                }
                return new Place(time, UUID.fromString(parts[parts.length - 1]));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("no place in the list of shared identifiers", e);
            }
        }

        @Override
        public String toString() {
            return crossedAt + BETWEEN + key;
        }
    }
}

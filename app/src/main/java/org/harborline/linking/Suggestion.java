// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.time.Instant;
import java.util.List;
import org.harborline.platform.Code;

/// Two reports that likely describe one person, for people to look at. It is no link and groups nothing.
///
/// @param model which model of likeness says so; 0 is the one that comes with the release
/// @param start bits before any field is looked at; with all parts and less `taken` they make the probability
/// @param taken bits that go because the two may share a home, a name or a town instead
/// @param state what became of it
public record Suggestion(
        ReportPair pair,
        double probability,
        int model,
        double start,
        List<Part> parts,
        double taken,
        Instant since,
        State state) {

    public Suggestion {
        parts = List.copyOf(parts);
    }

    /// What one field adds.
    ///
    /// @param level how far its values agree, such as `one-edit`
    /// @param weight bits: above nought for one person, below it against
    /// @param rarity how much of it is there because the value is rarer, or more common, than others
    public record Part(Code field, Code level, double weight, double rarity) {

        public boolean speaksAgainst() {
            return weight < 0;
        }
    }

    /// What became of a suggestion.
    public enum State {
        /// Nobody decided about it.
        OPEN,
        /// A person said that the two are not of one person.
        REJECTED,
        /// The two are linked by now, by a person's word or by an identifier.
        LINKED,
        /// Somebody cut their link.
        CUT
    }

    /// Where it stands among all, the likeliest first.
    public Place place() {
        return new Place(probability, pair);
    }

    /// A place in the list.
    public record Place(double probability, ReportPair pair) {}
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import java.util.function.Supplier;

/// One line of `./harborline doctor`. Modules contribute beans; what a check needs is asked for while it looks, so that
/// one thing that is broken does not keep the others from being seen.
///
/// @param order place on the sheet
/// @param name two or three words
/// @param look looks once; what it throws is an answer too
public record Checkup(int order, String name, Supplier<Answer> look) {

    /// How it is.
    public enum State {
        /// As it should be.
        GOOD,
        /// Runs, and somebody should do something about it.
        WARNING,
        /// Something is lost, or will be.
        WRONG
    }

    /// What a check found.
    ///
    /// @param sentence what is the case and, unless it is good, what to do
    public record Answer(State state, String sentence) {

        public static Answer good(String sentence) {
            return new Answer(State.GOOD, sentence);
        }

        public static Answer warning(String sentence) {
            return new Answer(State.WARNING, sentence);
        }

        public static Answer wrong(String sentence) {
            return new Answer(State.WRONG, sentence);
        }
    }
}

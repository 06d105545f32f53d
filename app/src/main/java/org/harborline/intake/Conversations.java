// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;

/// What is said between people who reported and staff after a report. Who reported holds nothing but words; whoever has
/// them sees where it stands and what staff wrote and they have not read, never what was reported.
public interface Conversations {

    /// How long a message may be that says nothing of danger.
    int LONGEST = 4000;

    /// How much is kept of a message of danger, which is never refused for its length.
    int LONGEST_DANGER = 200_000;

    /// How many messages of who reported may wait for somebody to read them. Those of danger are not counted.
    int MOST_WAITING = 50;

    /// Whether words could be right at all: known words with a check word that fits. Asks nothing that is stored.
    boolean wellFormed(Actor actor, String typed);

    /// Opens a door by its words.
    ///
    /// @return what stands for the words for a while; empty when there is no such door or it was closed
    Optional<String> open(Actor actor, String typed);

    /// What is behind an open door.
    ///
    /// @throws org.harborline.platform.ProblemException when it was closed or was open too long
    Behind look(Actor actor, String openDoor);

    /// Writes to staff. With danger a report of its own is filed besides, so that somebody is paged; that is never
    /// refused while the door is open, and needs no words. The same page sent twice is one message, also when the
    /// door was closed since; danger is said anew after some minutes.
    Outcome write(Actor actor, String openDoor, String text, boolean dangerNow);

    /// Says that what staff wrote was read, as far as it was shown.
    void read(Actor actor, String openDoor);

    /// Ends access for ever. What was written stays for staff.
    void close(Actor actor, String openDoor);

    /// What staff see on the page of a report that came through a door, a page at a time; what is shown counts
    /// as read. Needs [org.harborline.platform.Permission#REPORT_READ]; texts need
    /// [org.harborline.platform.Permission#REPORT_REVEAL] and a purpose.
    Optional<Talk> of(Actor actor, ReportNumber report, Talk.Place place);

    /// Answers. Needs [org.harborline.platform.Permission#WORKLIST_USE]. What came after the last message shown still
    /// waits.
    ///
    /// @param shown the last message that whoever answers was shown; absent when there was none
    void answer(Actor actor, ReportNumber report, String text, @Nullable UUID shown);

    /// Notes that messages need no answer. Needs [org.harborline.platform.Permission#WORKLIST_USE].
    ///
    /// @param shown the last message that was shown
    void settle(Actor actor, ReportNumber report, @Nullable UUID shown);

    /// Doors whose last message of the reporter nobody answered, longest waiting first.
    List<Talk.Waiting> waiting(Actor actor, int limit);

    /// How somebody who reported finds things.
    ///
    /// @param read whether a person opened the conversation or the report
    /// @param unread what staff wrote and they did not say they had read, oldest first
    /// @param more whether some of it comes after what is shown
    record Behind(
            String token, DoorEntry entry, String language, boolean read, List<Talk.Message> unread, boolean more) {

        public Behind {
            unread = List.copyOf(unread);
        }

        public boolean asked() {
            return !unread.isEmpty();
        }
    }

    /// What became of a message.
    enum Outcome {
        KEPT,
        /// Too many of theirs wait to be read; nothing was taken.
        TOO_MANY_WAIT
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.support;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;

/// The support desk. Who asks has no account and no permission: their words are the key. Who answers needs
/// [org.harborline.platform.Permission#SUPPORT_ANSWER], and no permission about reports opens anything here.
///
/// While [SupportRequest#household()] holds, no way out exists: the address is not shown, no call is recorded, no mail
/// leaves, one that waits to leave is dropped. What the desk writes waits until they come back.
public interface SupportRequests {

    /// When somebody is at the desk. For everybody.
    DeskHours hours(Actor actor);

    void changeHours(Actor actor, DeskHours hours);

    /// Takes a request.
    ///
    /// @throws org.harborline.platform.ProblemException [SupportProblem#NOT_STAFFED] when nobody is ever there
    SupportAsked ask(Actor actor, AskForSupport command);

    /// What there is for somebody who comes back.
    ///
    /// @param words as typed
    /// @return empty for words that open nothing, for whatever reason
    Optional<SupportConversation> enter(Actor actor, String words);

    /// They write. The desk owes an answer from then on.
    ///
    /// @return false for words that open nothing
    boolean write(Actor actor, String words, String text);

    /// They close the door: their words open nothing any more. What was said stays with the desk.
    ///
    /// @return false for words that open nothing
    boolean closeDoor(Actor actor, String words);

    /// Open requests by their clock, the most urgent first; those to which nothing is owed come last.
    ///
    /// @param after the last one already shown
    List<SupportRequest> list(Actor actor, @Nullable SupportRequestId after, int limit);

    /// Opens a request. A purpose is needed, and the opening is journalled.
    Optional<SupportFile> open(Actor actor, SupportRequestId id);

    /// Stands by this person from now on. Somebody else's request is refused.
    void take(Actor actor, SupportRequestId id);

    /// Stands by this person in the place of somebody who is not there. What was promised for when still holds.
    ///
    /// @param from holder id of whoever was shown to have it
    /// @throws org.harborline.platform.ProblemException [SupportProblem#TAKEN_BY_ANOTHER] when that is no longer so
    void takeOver(Actor actor, SupportRequestId id, String from);

    /// Lets go, so that somebody else can take it.
    void giveBack(Actor actor, SupportRequestId id);

    /// Writes to them, and tells them by mail that there is news, when they want that and it is safe. What they wrote
    /// after the last message shown is still owed an answer.
    ///
    /// @param shown when the last message was written that whoever answers was shown
    void answer(Actor actor, SupportRequestId id, String text, Instant shown);

    /// Records a call. A call without an answer is owed again; one that was not safe ends everything that goes out.
    void called(Actor actor, SupportRequestId id, CallOutcome outcome);

    /// Sets or lifts the flag that somebody in the household could notice. It is lifted on their own word only.
    void household(Actor actor, SupportRequestId id, boolean somebodyCouldNotice);

    void close(Actor actor, SupportRequestId id, ClosingReason reason);
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.util.Optional;
import org.harborline.platform.Actor;

/// The way members of the public report: without an account, without an address, in their own words. A person of the
/// clearinghouse who writes down a call uses it too.
public interface Doors {

    /// Begins a report.
    DoorDraft begin(Actor actor, DoorEntry entry, boolean dangerNow, String language);

    /// Begins a report that is added to an earlier one.
    DoorDraft beginMore(Actor actor, String openDoor, boolean dangerNow);

    /// Begins a report of danger in the place of a message, for a page whose door does not open any more. The
    /// same page with the same text begins the same report with the same words, until some minutes after it was
    /// filed: danger that is said after them is said anew.
    ///
    /// @return empty when the page was not made here
    Optional<DoorDraft> beginInstead(Actor actor, String openDoor, DoorEntry entry, String text, String language);

    /// The same draft for somebody who speaks another language: its words stand for the same, and are said in it.
    ///
    /// @param language nothing changes when there are no words in it
    DoorDraft inLanguage(Actor actor, DoorDraft draft, String language);

    /// The draft as it travels in a form.
    String seal(Actor actor, DoorDraft draft);

    /// Reads what came back in a form.
    ///
    /// @throws org.harborline.platform.ProblemException when it is none, or too old
    DoorDraft read(Actor actor, String sealed);

    /// Files a draft. Durable when it is answered; a second call answers the same receipt.
    DoorReceipt send(Actor actor, DoorDraft draft);

    /// Files what a caller said. Needs [org.harborline.platform.Permission#WORKLIST_USE].
    DoorReceipt takeDown(Actor actor, DoorDraft draft);

    /// Whether typed words are those of a draft.
    boolean sameWords(Actor actor, DoorDraft draft, String typed);
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal;

import java.util.Collection;
import java.util.List;
import org.harborline.platform.Actor;
import org.harborline.platform.RecordRef;

/// The record of what happened.
public interface Journal {

    /// Records a fact in the current transaction; without one it refuses. The fact is kept if and only if the
    /// transaction commits.
    void record(Actor actor, Fact fact);

    /// Records several facts in the current transaction with one statement, in the order given.
    void recordAll(Actor actor, Collection<? extends Fact> facts);

    /// What happened to one record, oldest first. Needs [org.harborline.platform.Permission#JOURNAL_READ].
    ///
    /// @param after position after which to start, 0 for the beginning
    List<Entry> of(Actor actor, RecordRef subject, long after, int limit);

    /// Shows that the first fact of a type about a record is in the journal. The module that owns the record has
    /// checked that the actor may see it.
    InclusionAnswer inclusion(Actor actor, RecordRef subject, Class<? extends Fact> type);

    /// Position of the newest entry; 0 for an empty journal.
    long position();

    /// How far each follower is and how much waits to be ordered. Needs [org.harborline.platform.Permission#OPERATE].
    Backlog backlog(Actor actor);

    /// Whether everything that came in is somewhere, law by law. Needs [org.harborline.platform.Permission#OPERATE].
    List<Conservation> conservation(Actor actor);

    /// Facts that a follower could not take up, oldest first. Needs [org.harborline.platform.Permission#OPERATE].
    List<Parked> parked(Actor actor);

    /// Lets a follower try the parked facts of one subject again, in order, until one fails. Needs
    /// [org.harborline.platform.Permission#OPERATE].
    ///
    /// @return how many were taken up
    int retry(Actor actor, String follower, RecordRef subject);
}

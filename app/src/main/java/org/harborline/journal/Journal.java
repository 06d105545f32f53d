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

    /// Position of the newest entry; 0 for an empty journal.
    long position();
}

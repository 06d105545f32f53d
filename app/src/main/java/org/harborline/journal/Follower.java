// SPDX-License-Identifier: Apache-2.0
package org.harborline.journal;

import java.util.List;
import java.util.Set;

/// A module's one way to learn what happened elsewhere. Each entry of a followed type takes effect exactly once and in
/// order: the changes
/// and the cursor commit together.
///
/// A batch that fails is halved until the failing entry is alone; that one is parked with its reason, and later entries
/// of the same subject
/// park behind it until an operator retries them.
public interface Follower {

    /// The module's name; permanent, it names the cursor.
    String name();

    /// Facts to be handed over. All versions of a type come.
    Set<Class<? extends Fact>> follows();

    /// Does everything slow before a transaction opens: decryption, decision tables, reading. Must not write.
    ///
    /// @param batch at most 500 entries in position order
    /// @return the writes, to be run in the transaction that also moves the cursor
    Changes prepare(List<Followed> batch);

    /// As [#prepare(List)] while derived tables are built again. What cannot be read any more, because its record was
    /// erased since, is taken from what this follower recorded at the time.
    default Changes replay(List<Followed> batch, Recorded recorded) {
        return prepare(batch);
    }

    /// Tables that only this follower writes, as `schema.table`, children first. A rebuild empties them and replays the
    /// journal.
    default List<String> derivedTables() {
        return List.of();
    }

    /// One entry with its fact read back.
    record Followed(Entry entry, Fact fact) {}

    /// What this follower recorded when it took a batch up for the first time.
    interface Recorded {

        /// Its facts of one type with that cause.
        <F extends Fact> List<F> of(Entry cause, Class<F> type);
    }

    /// The writes of a batch.
    interface Changes {
        void apply(Consequences consequences);
    }

    /// Takes the facts that a follower makes. They carry the position of their cause, unique per follower, cause, type
    /// and subject.
    interface Consequences {
        void record(Entry cause, Fact fact);

        /// Whether derived tables are being built again: nothing new may be started then, no job, no mail. What was
        /// recorded at the time is
        /// compared, not recorded again.
        default boolean replaying() {
            return false;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.harborline.platform.Actor;
import org.harborline.platform.RecordRef;

/// Keys of records, sealed text, blind keys and holds.
public interface Vault {

    /// Makes and stores the key of a new record, in the current transaction.
    RecordKey create(Actor actor, RecordRef record, Compartment compartment);

    /// Makes a key without storing it, so that sealing can happen before a transaction opens; [NewKey#store()] then
    /// stores it inside one.
    NewKey prepare(Actor actor, RecordRef record, Compartment compartment);

    /// Stores prepared keys with one statement, inside the current transaction.
    void store(Collection<NewKey> prepared);

    /// Opens a record's key. When a person asks, a purpose is needed and the opening is journalled in the current
    /// transaction.
    ///
    /// @return empty when the record's key was erased
    Optional<RecordKey> open(Actor actor, RecordRef record, Compartment compartment);

    /// Opens many keys with one statement, for followers and jobs. Erased records are absent.
    Map<RecordRef, RecordKey> openAll(Actor actor, Collection<RecordRef> records, Compartment compartment);

    /// The key to store for a normalised value.
    ///
    /// @param space keeps kinds apart that must never meet, such as `email/reported` and `email/victim`
    BlindKey blind(String space, String normalised);

    /// The keys to look for: one per live version.
    List<BlindKey> probes(String space, String normalised);

    /// Keeps a record from erasure until released. Holds win over every retention schedule. Needs
    /// [org.harborline.platform.Permission#HOLD_PLACE].
    void hold(Actor actor, RecordRef record, org.harborline.platform.Code reason);

    /// Releases a hold.
    void release(Actor actor, RecordRef record, org.harborline.platform.Code reason);

    /// Since when a record is held.
    Optional<Instant> heldSince(Actor actor, RecordRef record);

    /// Records under hold of one kind, for jobs that end records on a schedule.
    List<RecordRef> held(Actor actor, String kind);

    /// Those of the records that are held. In a transaction that is going to end the others, because no hold is placed
    /// on
    /// them until it is over.
    Set<RecordRef> held(Actor actor, Collection<RecordRef> records);

    /// Keeps a record from being erased until the current transaction ends. Whoever decides something about a record
    /// calls this first, so that an erasure sees the decision or the decision sees the erasure.
    ///
    /// @throws org.harborline.platform.ProblemException when the record was erased
    void keep(Actor actor, RecordRef record);

    /// Those of the records that were erased.
    Set<RecordRef> erased(Actor actor, Collection<RecordRef> records);

    /// Destroys the keys of records that end without a certificate of their own, in the current transaction: what was
    /// never filed, and what hangs on an erased record. Never those of a held record. For parts of Harborline only.
    void destroy(Actor actor, Collection<RecordRef> records);

    /// A key not yet stored.
    interface NewKey extends RecordKey {
        void store();
    }
}

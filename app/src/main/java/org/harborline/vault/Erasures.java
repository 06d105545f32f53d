// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.platform.RecordRef;
import org.jspecify.annotations.Nullable;

/// Erasing filed reports: one person asks, another agrees, every module removes its part, a certificate says so.
public interface Erasures {

    /// Asks for an erasure. Refused while something speaks against it: a hold, an open referral, undecided work. Needs
    /// [org.harborline.platform.Permission#ERASE].
    ///
    /// @return the erasure, which waits for a second person
    UUID ask(Actor actor, RecordRef record, ErasureReason reason);

    /// The second person agrees or declines. Agreeing destroys the keys of the record at once; whatever speaks against
    /// it is asked again. Needs [org.harborline.platform.Permission#ERASE].
    void answer(Actor actor, UUID erasure, boolean agreed);

    /// Erasures, newest first. Needs [org.harborline.platform.Permission#JOURNAL_READ].
    List<Erasure> list(Actor actor, @Nullable UUID after, int limit);

    /// One erasure. Needs [org.harborline.platform.Permission#JOURNAL_READ].
    Optional<Erasure> find(Actor actor, UUID erasure);

    /// The erasure of a record whose keys are destroyed, for its tombstone. Needs
    /// [org.harborline.platform.Permission#REPORT_READ].
    Optional<Erasure> of(Actor actor, RecordRef record);

    /// The signed certificate, as the JSON document that leaves the house. Needs
    /// [org.harborline.platform.Permission#JOURNAL_READ].
    ///
    /// @return empty until every module has confirmed
    Optional<String> certificate(Actor actor, UUID erasure);
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault;

import java.util.Optional;
import org.harborline.platform.ProblemType;
import org.harborline.platform.RecordRef;

/// A module that keeps something of records. It may speak against an erasure before it happens, and it must confirm
/// afterwards: its follower takes up [org.harborline.vault.facts.RecordErased], removes what it kept and answers with
/// [org.harborline.vault.facts.ErasureConfirmed]. Modules contribute one bean each.
public interface ErasureParty {

    /// The module's name, as its follower is named.
    String module();

    /// Why the record may not be erased now. Asked in the transaction that erases, after the record was locked against
    /// [Vault#keep]: what was decided before is seen, and nothing can be decided meanwhile.
    Optional<ProblemType> objection(RecordRef record);
}

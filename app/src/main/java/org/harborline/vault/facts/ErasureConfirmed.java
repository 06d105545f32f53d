// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.facts;

import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.Code;
import org.harborline.platform.RecordRef;

/// A module holds nothing of an erased record any more. Recorded by the module's follower.
@FactType("vault.erasure-confirmed")
public record ErasureConfirmed(UUID erasure, RecordRef record, Code module) implements Fact {

    /// What a follower answers to an erasure.
    public static ErasureConfirmed of(RecordErased erased, String module) {
        return new ErasureConfirmed(erased.erasure(), erased.record(), Code.of(module));
    }

    @Override
    public RecordRef subject() {
        return record;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.vault.facts;

import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// All modules have confirmed and the certificate of an erasure is signed.
@FactType("vault.erasure-certified")
public record ErasureCertified(UUID erasure, RecordRef record) implements Fact {

    @Override
    public RecordRef subject() {
        return record;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.facts;

import java.util.UUID;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A sign-in was refused. Says from which network, as a keyed value, never for which name.
@FactType("access.sign-in-refused")
public record SignInRefused(UUID network, Stage stage) implements Fact {

    @Override
    public RecordRef subject() {
        return RecordRef.of("network", network);
    }

    /// What was wrong.
    public enum Stage {
        PASSWORD,
        SECOND_FACTOR
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.facts;

import org.harborline.access.HolderId;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// The holder chose a password.
@FactType("access.password-set")
public record PasswordSet(HolderId holder) implements Fact {

    @Override
    public RecordRef subject() {
        return holder.record();
    }
}

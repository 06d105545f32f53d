// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.facts;

import java.util.UUID;
import org.harborline.access.HolderId;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// The password was given again in a session.
@FactType("access.password-confirmed")
public record PasswordConfirmed(HolderId holder, UUID session) implements Fact {

    @Override
    public RecordRef subject() {
        return holder.record();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.facts;

import java.time.Instant;
import org.harborline.access.HolderId;
import org.harborline.access.OpenInvitation;
import org.harborline.journal.Fact;
import org.harborline.journal.FactType;
import org.harborline.platform.RecordRef;

/// A link to set a password was given out.
@FactType("access.account-invited")
public record AccountInvited(HolderId holder, OpenInvitation.Reason reason, Instant expiresAt) implements Fact {

    @Override
    public RecordRef subject() {
        return holder.record();
    }
}

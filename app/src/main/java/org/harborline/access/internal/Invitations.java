// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.time.Clock;
import java.util.Optional;
import org.harborline.access.AccessProblem;
import org.harborline.access.HolderId;
import org.harborline.access.Invitation;
import org.harborline.access.OpenInvitation.Reason;
import org.harborline.access.facts.AccountInvited;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// One-time links. A new one for the same account makes earlier ones worthless.
@Component
class Invitations {

    private final InvitationTable table;
    private final Secrets secrets;
    private final Journal journal;
    private final Clock clock;

    Invitations(InvitationTable table, Secrets secrets, Journal journal, Clock clock) {
        this.table = table;
        this.secrets = secrets;
        this.journal = journal;
        this.clock = clock;
    }

    /// Inside a transaction.
    ///
    /// @param holder absent for the first administrator, about whom nothing is journalled yet
    Invitation make(Actor actor, @Nullable HolderId holder, Reason reason) {
        var now = clock.instant();
        var limit = holder == null ? SessionLimit.FIRST_INVITATION : SessionLimit.INVITATION;
        var invitation = new Invitation(holder, secrets.token(), now.plus(limit.length()));
        table.withdraw(holder);
        table.insert(Ids.next(), holder, reason, Secrets.hash(invitation.secret()), now, invitation.expiresAt());
        if (holder != null) {
            journal.record(actor, new AccountInvited(holder, reason, invitation.expiresAt()));
        }
        return invitation;
    }

    Optional<InvitationTable.Row> find(String secret) {
        return table.find(Secrets.hash(secret), clock.instant());
    }

    /// Uses the link up, inside the transaction that does what it is for.
    InvitationTable.Row take(String secret) {
        return table.take(Secrets.hash(secret), clock.instant())
                .orElseThrow(() -> new ProblemException(AccessProblem.INVITATION_UNUSABLE));
    }
}

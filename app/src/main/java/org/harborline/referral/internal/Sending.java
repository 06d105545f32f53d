// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.List;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.referral.Delivery;
import org.harborline.referral.Held;
import org.harborline.referral.PackageKind;
import org.harborline.referral.Reason;
import org.harborline.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Decides that something follows a package: as sure of the place as the package, and held where something stands in
/// its way.
@Component
class Sending {

    private final RecipientTable recipients;
    private final Holds holds;
    private final Writing writing;
    private final Doors doors;
    private final Calling calling;
    private final Vault vault;

    Sending(RecipientTable recipients, Holds holds, Writing writing, Doors doors, Calling calling, Vault vault) {
        this.recipients = recipients;
        this.holds = holds;
        this.writing = writing;
        this.doors = doors;
        this.calling = calling;
        this.vault = vault;
    }

    void supplement(Actor actor, DueSupplement due, Delivery to, List<Reason> why) {
        writing.supplement(actor, choice(due.report(), to, why), to, due, held(actor, due.report(), to, due.kind()));
    }

    /// What takes back something that may send somebody to a door does not wait for office hours.
    void correction(DueCorrection due, Delivery of, Reason why) {
        var choice = choice(of.report(), of, List.of(why));
        var held = held(Actors.SYSTEM, of.report(), of, PackageKind.CORRECTION);
        boolean closes = doors.closes(due, of);
        calling.after(() -> writing.correction(Actors.SYSTEM, choice, of, due, held), closes);
    }

    /// Erased between the fact and the job: there is nothing left to send.
    boolean erased(ReportNumber report) {
        return !vault.erased(Actors.SYSTEM, List.of(report.asRecord())).isEmpty();
    }

    private Writing.Choice choice(ReportNumber report, Delivery followed, List<Reason> why) {
        return new Writing.Choice(
                report, followed.agency(), recipients.choice(followed.id()).confidence(), why);
    }

    private @Nullable Held held(Actor sender, ReportNumber report, Delivery followed, PackageKind kind) {
        return holds.against(report, followed.agency(), kind, followed.report(), sender.id())
                .map(why -> holds.held(why, recipients.owner(followed.referral())))
                .orElse(null);
    }
}

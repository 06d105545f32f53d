// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.Optional;
import java.util.SortedSet;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.ProblemException;
import org.harborline.referral.AddressCheck;
import org.harborline.referral.ReferralProblem;
import org.harborline.referral.facts.AddressCheckAsked;
import org.harborline.referral.facts.AddressChecked;
import org.harborline.referral.internal.AddressCheckTable.Marks;
import org.harborline.vault.BlindKey;
import org.harborline.vault.Vault;
import org.springframework.stereotype.Component;

/// Asks for a second person where everything rests on one address. A check is good for the address that was compared:
/// when another one decides later, it is asked for again.
@Component
class AddressChecks {

    private final AddressCheckTable table;
    private final Vault vault;
    private final Recording recording;

    AddressChecks(AddressCheckTable table, Vault vault, Recording recording) {
        this.table = table;
        this.vault = vault;
        this.recording = recording;
    }

    /// The check of these addresses, if it was asked for.
    ///
    /// @param addresses each of which alone decides where the report, or a part of it, goes
    Optional<AddressCheck> find(ReportNumber report, SortedSet<String> addresses) {
        return table.find(report, marks(report, addresses));
    }

    /// Records the check by a second person, and what follows from it, at once.
    void check(Actor actor, ReportNumber report, SortedSet<String> addresses, Runnable then) {
        Marks marks = marks(report, addresses);
        AddressCheck asked =
                table.find(report, marks).orElseThrow(() -> new ProblemException(ReferralProblem.NO_CHECK_ASKED));
        if (asked.done()) {
            return;
        }
        recording.run(() -> {
            if (!table.check(report, marks, actor, recording.now())) {
                throw new ProblemException(ReferralProblem.SAME_PERSON);
            }
            recording.record(actor, new AddressChecked(report));
            then.run();
        });
    }

    /// Asking twice is asking once.
    ///
    /// @param sender who wants to send, as an opaque id: somebody else compares
    void ask(Actor actor, String sender, ReportNumber report, SortedSet<String> addresses) {
        recording.run(() -> {
            if (table.ask(report, marks(report, addresses), sender, recording.now())) {
                recording.record(actor, new AddressCheckAsked(report));
            }
        });
    }

    /// Of each report on its own, so that no two reports can be seen to share an address.
    private Marks marks(ReportNumber report, SortedSet<String> addresses) {
        String space = "referral.address-check/" + report;
        String together = String.join(" ", addresses);
        return new Marks(
                vault.blind(space, together).value(),
                vault.probes(space, together).stream().map(BlindKey::value).toList());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.util.Optional;
import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.platform.ProblemException;
import org.harborline.referral.AddressCheck;
import org.harborline.referral.ReferralProblem;
import org.harborline.referral.facts.AddressCheckAsked;
import org.harborline.referral.facts.AddressChecked;
import org.springframework.stereotype.Component;

/// Asks for a second person where everything rests on one address.
@Component
class AddressChecks {

    private final AddressCheckTable table;
    private final Recording recording;

    AddressChecks(AddressCheckTable table, Recording recording) {
        this.table = table;
        this.recording = recording;
    }

    boolean done(ReportNumber report) {
        return table.find(report).filter(AddressCheck::done).isPresent();
    }

    Optional<AddressCheck> find(ReportNumber report) {
        return table.find(report);
    }

    /// Records the check by a second person, and what follows from it, at once.
    void check(Actor actor, ReportNumber report, Runnable then) {
        AddressCheck asked = find(report).orElseThrow(() -> new ProblemException(ReferralProblem.NO_CHECK_ASKED));
        if (asked.done()) {
            return;
        }
        recording.run(() -> {
            if (!table.check(report, actor, recording.now())) {
                throw new ProblemException(ReferralProblem.SAME_PERSON);
            }
            recording.record(actor, new AddressChecked(report));
            then.run();
        });
    }

    /// Asking twice is asking once.
    void ask(Actor actor, ReportNumber report) {
        recording.run(() -> {
            if (table.ask(report, actor, recording.now())) {
                recording.record(actor, new AddressCheckAsked(report));
            }
        });
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import org.harborline.intake.ReportNumber;
import org.harborline.platform.Actor;
import org.harborline.referral.AddressCheck;
import org.harborline.referral.facts.AddressCheckAsked;
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

    /// Asking twice is asking once.
    void ask(Actor actor, ReportNumber report) {
        recording.run(() -> {
            if (table.ask(report, actor, recording.now())) {
                recording.record(actor, new AddressCheckAsked(report));
            }
        });
    }
}

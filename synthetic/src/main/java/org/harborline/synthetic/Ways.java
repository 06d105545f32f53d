// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic;

import java.time.Duration;
import org.harborline.synthetic.reports.Numbering;
import org.harborline.synthetic.wire.Filing;
import org.harborline.synthetic.wire.Filing.Losses;
import org.harborline.synthetic.wire.OneCall;
import org.harborline.synthetic.wire.Outcome;
import org.harborline.synthetic.wire.Provider;
import org.harborline.synthetic.wire.Steps;
import org.harborline.synthetic.world.SyntheticReport;

/// The interface that each report goes through.
final class Ways {

    /// Which of the two.
    enum Interface {
        /// Submit and finish.
        XML,
        /// One call.
        JSON,
        /// Every second report in one call.
        BOTH
    }

    private final Interface chosen;
    private final Filing xml;
    private final OneCall json;

    Ways(Interface chosen, Steps steps, Duration patience) {
        this.chosen = chosen;
        this.xml = new Filing(steps, patience);
        this.json = new OneCall(steps, patience);
    }

    Outcome file(Provider provider, SyntheticReport report, Numbering numbering) throws InterruptedException {
        boolean inOneCall = switch (chosen) {
            case XML -> false;
            case JSON -> true;
            case BOTH -> report.number() % 2 == 0;
        };
        return inOneCall ? json.file(provider, report.json(numbering)) : xml.file(provider, report.xml(numbering));
    }

    /// Ends all waiting between the calls of the XML interface.
    void stop() {
        xml.stop();
    }

    /// What was lost on the way so far. A call of its own that is sent again is never in doubt: it has
    /// a key.
    Losses losses() {
        Losses losses = xml.losses();
        return new Losses(
                losses.ambiguousSubmits(),
                losses.lostFinishes(),
                losses.settledFinishes(),
                losses.pauses() + json.repetitions());
    }
}

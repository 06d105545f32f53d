// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.wire;

import java.util.List;
import org.harborline.intake.FiledAnswer.Fault;
import org.harborline.intake.WireCode;

/// A batch that is no table of reports.
public final class BatchRefused extends RuntimeException {

    private final WireCode code;
    private final transient List<Fault> faults;
    private final boolean escalated;

    BatchRefused(WireCode code, List<Fault> faults, boolean escalated) {
        super(code.name(), null, false, false);
        this.code = code;
        this.faults = List.copyOf(faults);
        this.escalated = escalated;
    }

    public WireCode code() {
        return code;
    }

    public List<Fault> faults() {
        return faults;
    }

    /// Whether some row may ask for high priority. Somebody then has to hear that it was not taken.
    public boolean escalated() {
        return escalated;
    }
}

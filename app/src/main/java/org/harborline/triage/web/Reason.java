// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.web;

import java.util.Collection;
import java.util.List;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// A reason as a page says it: the key of its sentence, and the linked report that it rests on.
///
/// @param report number of a linked report; absent when the reason rests on none
record Reason(String messageKey, @Nullable String report) {

    static List<Reason> of(Collection<Code> codes) {
        return codes.stream().map(Reason::of).toList();
    }

    private static Reason of(Code code) {
        int colon = code.value().indexOf(':');
        return colon < 0
                ? new Reason("triage.reason." + code, null)
                : new Reason(
                        "triage.reason." + code.value().substring(0, colon),
                        code.value().substring(colon + 1));
    }
}

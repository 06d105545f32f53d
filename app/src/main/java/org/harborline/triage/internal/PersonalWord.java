// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.util.Set;
import org.harborline.platform.Code;
import org.harborline.triage.Priority;
import org.jspecify.annotations.Nullable;

/// What people decided about a priority.
///
/// @param level the level they last decided on; absent while they have not
/// @param confirmed whether they confirmed a P1
/// @param setAside reasons they knew and lowered in spite of; these raise it no more, new ones do
record PersonalWord(@Nullable Priority level, boolean confirmed, Set<Code> setAside) {

    static final PersonalWord NONE = new PersonalWord(null, false, Set.of());

    PersonalWord {
        setAside = Set.copyOf(setAside);
    }
}

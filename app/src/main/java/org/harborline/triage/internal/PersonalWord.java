// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import com.google.common.collect.Sets;
import java.util.Set;
import org.harborline.platform.Code;
import org.harborline.triage.Priority;
import org.jspecify.annotations.Nullable;

/// What people decided about a priority.
///
/// @param level the level they last decided on; absent while they have not
/// @param confirmed whether they then raised or confirmed it; false when they lowered it
/// @param setAside reasons they knew and lowered in spite of; these raise it no more, new ones do
record PersonalWord(@Nullable Priority level, boolean confirmed, Set<Code> setAside) {

    static final PersonalWord NONE = new PersonalWord(null, false, Set.of());

    PersonalWord {
        setAside = Set.copyOf(setAside);
    }

    /// Confirming or raising sets nothing aside and takes nothing up again: what was lowered in spite of is still
    /// known.
    PersonalWord confirmedAt(Priority decided) {
        return new PersonalWord(decided, true, setAside);
    }

    /// Lowering sets more aside, and keeps of what was set aside before that which still would hold the report higher.
    PersonalWord loweredTo(Priority decided, Set<Code> inSpiteOf, Set<Code> holding) {
        return new PersonalWord(decided, false, Sets.intersection(Sets.union(setAside, inSpiteOf), holding));
    }

    /// What is stated anew counts again.
    PersonalWord takingUp(Set<Code> statedAnew) {
        return new PersonalWord(level, confirmed, Sets.difference(setAside, statedAnew));
    }

    boolean confirmsP1() {
        return confirmed && level == Priority.P1;
    }
}

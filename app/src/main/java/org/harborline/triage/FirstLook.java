// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage;

import java.util.Set;
import org.harborline.platform.Code;

/// Answers to the coded questions of the first look. What is in neither set is unknown, which is not no.
public record FirstLook(Set<Code> yes, Set<Code> no) {

    /// Nobody answered anything.
    public static final FirstLook NONE = new FirstLook(Set.of(), Set.of());

    public FirstLook {
        yes = Set.copyOf(yes);
        no = Set.copyOf(no);
    }
}

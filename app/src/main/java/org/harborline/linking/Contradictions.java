// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.harborline.platform.Actor;

/// What speaks against links: facts of which both reports cannot be true of one person.
public interface Contradictions {

    /// In what the reports of each pair contradict each other; pairs that do not are absent. Needs
    /// [org.harborline.platform.Permission#REPORT_READ].
    Map<ReportPair, List<ContradictionKind>> between(Actor actor, Collection<ReportPair> pairs);
}

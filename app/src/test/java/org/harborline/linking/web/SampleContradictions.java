// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.harborline.linking.ContradictionKind;
import org.harborline.linking.Contradictions;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Actor;

/// What a test says against the sample link.
final class SampleContradictions implements Contradictions {

    Map<ReportPair, List<ContradictionKind>> found = Map.of();

    @Override
    public Map<ReportPair, List<ContradictionKind>> between(Actor actor, Collection<ReportPair> pairs) {
        return found;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.util.List;
import org.harborline.linking.Evidence;
import org.jspecify.annotations.Nullable;

/// Compared values side by side.
record EvidenceView(Evidence evidence, List<Row> rows) {

    static EvidenceView of(Evidence evidence) {
        return new EvidenceView(
                evidence,
                evidence.comparisons().stream()
                        .map(one -> new Row(
                                LinkView.ReasonView.of(one.reason()),
                                SideView.of(one.newer()),
                                SideView.of(one.older())))
                        .toList());
    }

    /// One comparison.
    record Row(LinkView.ReasonView reason, SideView newer, SideView older) {}

    /// One value as shown.
    ///
    /// @param comparedAs what the rule reads in it, where that is not what is shown
    /// @param finding recorded by staff, not stated by a sender
    record SideView(
            Evidence.Side side,
            @Nullable String value,
            @Nullable String comparedAs,
            boolean finding) {

        static SideView of(Evidence.Side side) {
            return new SideView(
                    side,
                    shown(side, side.value()),
                    shown(side, side.comparedAs()),
                    side.record().kind().equals("finding"));
        }

        private static @Nullable String shown(Evidence.Side side, @Nullable String value) {
            return value == null ? null : SheetView.shown(side.kind(), value);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Alert;
import org.harborline.linking.AlertRemark;
import org.harborline.linking.Alerts;
import org.harborline.linking.ReportPair;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;

/// One alert that waits, one that was looked at before another identifier was noticed, and as many more as are asked
/// for.
final class SampleAlerts implements Alerts {

    private static final Instant SEEN = Instant.parse("2026-03-02T10:14:00Z");

    final List<String> asked = new ArrayList<>();
    int more;

    void forget() {
        asked.clear();
        more = 0;
    }

    @Override
    public List<Alert> list(Actor actor, boolean waiting, @Nullable ReportPair after, int limit) {
        asked.add((waiting ? "waiting after " : "all after ") + (after == null ? "none" : after.newer()));
        var looked = new Alert.Look(AlertRemark.SHARED, "analyst-7", SEEN.minusSeconds(60));
        var alerts = new ArrayList<>(List.of(
                new Alert(SampleLinks.PAIR, List.of(IdentifierKind.EMAIL, IdentifierKind.SCREEN_NAME), SEEN, null),
                new Alert(
                        ReportPair.of(SampleLinks.OLDER, new ReportNumber(7)),
                        List.of(IdentifierKind.PHONE),
                        SEEN,
                        looked)));
        IntStream.range(0, more)
                .mapToObj(i -> new Alert(
                        ReportPair.of(new ReportNumber(2_000 - i), new ReportNumber(5)),
                        List.of(IdentifierKind.EMAIL),
                        SEEN,
                        null))
                .forEach(alerts::add);
        return alerts.stream().limit(limit).toList();
    }

    @Override
    public void look(Actor actor, ReportPair pair, AlertRemark remark) {
        asked.add("look " + pair.newer() + " " + pair.older() + " " + remark);
    }
}

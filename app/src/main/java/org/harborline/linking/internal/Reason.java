// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.LinkReason;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Tier;
import org.harborline.linking.facts.ReportsLinked;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// A stored reason for a link.
///
/// @param newerBlind the newer report's key; absent for an asserted reason
/// @param olderBlind the older report's key; the two differ across roles and key versions
/// @param secondsApart between the two sightings
record Reason(
        ReportPair pair,
        String rule,
        int ruleVersion,
        IdentifierKind kind,
        Tier tier,
        boolean crossRole,
        @Nullable UUID newerBlind,
        @Nullable UUID olderBlind,
        @Nullable Long secondsApart,
        Instant madeAt,
        @Nullable Instant withdrawnAt,
        LinkReason.@Nullable Lost lost) {

    /// A person's word. It compares nothing; like a sender's word it is about reports.
    static Reason confirmed(ReportPair pair, Instant at) {
        return new Reason(
                pair,
                MatchRule.CONFIRMED.id(),
                MatchRule.CONFIRMED.version(),
                IdentifierKind.PRIOR_REPORT,
                Tier.CONFIRMED,
                false,
                null,
                null,
                null,
                at,
                null,
                null);
    }

    boolean withdrawn() {
        return withdrawnAt != null;
    }

    /// Whether it rests on what a report states: on its identifiers, or on its sender's word in it.
    boolean derivesFrom(ReportNumber report) {
        return switch (tier) {
            case ASSERTED -> pair.newer().equals(report);
            case EXACT -> pair.newer().equals(report) || pair.older().equals(report);
            case CONFIRMED -> false;
        };
    }

    /// What the other modules are told of it.
    ReportsLinked told() {
        return new ReportsLinked(pair.newer(), pair.older(), Code.of(rule), ruleVersion, crossRole);
    }

    /// The same, not in force from the start.
    Reason withdrawn(LinkReason.Lost why) {
        return new Reason(
                pair,
                rule,
                ruleVersion,
                kind,
                tier,
                crossRole,
                newerBlind,
                olderBlind,
                secondsApart,
                madeAt,
                madeAt,
                why);
    }

    Reason apart(Duration apart) {
        return new Reason(
                pair,
                rule,
                ruleVersion,
                kind,
                tier,
                crossRole,
                newerBlind,
                olderBlind,
                apart.toSeconds(),
                madeAt,
                withdrawnAt,
                lost);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator can set about triage.
///
/// @param zone whose working days are counted
/// @param close close of business on a working day
/// @param holidays days off beside Saturday and Sunday
/// @param pageEvery how long to wait for an acknowledgement before paging again, one step further up the rota
/// @param lateEvery how long to wait before calling again about reports that are late for referral
/// @param lateSeenTo how long somebody who sees to it has to get a late report referred before others are called again
/// @param lease how long a report stays with its holder without a sign of life
@ConfigurationProperties("harborline.triage")
record TriageSettings(
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("17:00") LocalTime close,
        @DefaultValue Set<LocalDate> holidays,
        @DefaultValue("5m") Duration pageEvery,
        @DefaultValue("30m") Duration lateEvery,
        @DefaultValue("4h") Duration lateSeenTo,
        @DefaultValue("30m") Duration lease) {

    TriageSettings {
        if (!pageEvery.isPositive() || !lateEvery.isPositive() || !lateSeenTo.isPositive()) {
            throw new IllegalArgumentException(
                    "harborline.triage.page-every, late-every and late-seen-to are times such as"
                            + " 5m, never nothing");
        }
    }
}

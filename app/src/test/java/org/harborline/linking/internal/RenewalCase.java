// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.harborline.linking.internal.Stated.email;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Renewals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/// Keys that are made anew after a change of rules. Stored keys are changed as if an older version of the rules had
/// made
/// them.
@TestPropertySource(properties = {"harborline.test.context=renewal", "db-scheduler.polling-interval=1h"})
abstract class RenewalCase extends LinkingCase {

    @Autowired
    ApplicationContext context;

    @Autowired
    RenewKeys renew;

    @Autowired
    Renewals renewals;

    @Autowired
    RenewalTable table;

    /// As if every key had been made by the version before.
    void rulesChanged() {
        transactions.run(() -> {
            table.lock(MatchRule.inForce(), Instant.EPOCH);
            database.sql("UPDATE linking.renewal SET rules = 'older rules', started_at = '2026-01-01T00:00:00Z'")
                    .update();
            database.sql("UPDATE linking.sighting SET rule_version = 1").update();
            database.sql("UPDATE linking.reason SET rule_version = 1 WHERE tier = 'EXACT'")
                    .update();
        });
    }

    /// As if the older version had made another key of what a report states.
    UUID madeOtherwise(ReportNumber report, UUID key) {
        transactions.run(() -> {
            database.sql("DELETE FROM linking.reason WHERE tier = 'EXACT' AND (newer = ? OR older = ?)")
                    .params(report.value(), report.value())
                    .update();
            database.sql("UPDATE linking.sighting SET blind = ? WHERE report_number = ?")
                    .params(key, report.value())
                    .update();
        });
        return key;
    }

    /// A link that the older version made.
    void linkedByOlderRule(ReportNumber newer, ReportNumber older, UUID key) {
        database.sql("""
                INSERT INTO linking.reason (newer, older, rule, rule_version, kind, tier, cross_role, newer_blind,
                                            older_blind, seconds_apart, made_at)
                VALUES (?, ?, 'email.case-folded', 1, 'EMAIL', 'EXACT', false, ?, ?, 0, '2026-02-01Z')
                """).params(newer.value(), older.value(), key, key).update();
    }

    /// More reports of one mailbox than may be linked.
    List<ReportNumber> crowd(String mailbox) {
        var crowd = new ArrayList<ReportNumber>();
        for (int i = 0; i < 6; i++) {
            crowd.add(reports.file(email(mailbox)));
        }
        settle();
        return crowd;
    }

    /// As if the older version had made another key of what is too common.
    void hadKey(UUID before, UUID now) {
        for (String table : List.of("sighting", "hub", "kept_hub")) {
            database.sql("UPDATE linking." + table + " SET blind = ? WHERE blind = ?")
                    .params(before, now)
                    .update();
        }
    }

    /// Those of two keys that a table of what is too common holds.
    List<UUID> among(String table, UUID before, UUID now) {
        return database.sql("SELECT blind FROM linking." + table + " WHERE blind IN (?, ?)")
                .params(before, now)
                .query(UUID.class)
                .list();
    }

    void finish() {
        while (renew.advance()) {
            settle();
        }
        settle();
    }

    UUID blind(ReportNumber report) {
        return database.sql("SELECT min(blind::text)::uuid FROM linking.sighting WHERE report_number = ?")
                .params(report.value())
                .query(UUID.class)
                .single();
    }

    long outdated() {
        return database.sql("SELECT count(*) FROM linking.sighting WHERE rule_version = 1")
                .query(Long.class)
                .single();
    }
}

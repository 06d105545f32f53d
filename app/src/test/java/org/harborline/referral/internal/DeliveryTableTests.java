// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.harborline.platform.testing.TestServer;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.Referrals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// The pages that are opened all day, at the size of a year.
class DeliveryTableTests extends ReferralCase {

    @Autowired
    DeliveryTable deliveries;

    @Value("${harborline.database.url}")
    String url;

    @BeforeEach
    void aYear() {
        sql.of("""
                INSERT INTO referral.recipient
                       (delivery_id, referral_id, report, ordinal, agency_id, kind, confidence, why, chosen_by, chosen_at, position)
                SELECT CAST(lpad(to_hex(n), 32, '0') AS uuid), CAST(lpad(to_hex(n / 2), 32, '0') AS uuid), 9000000000 + n, 1,
                       CAST(lpad(to_hex(n % 60), 32, '0') AS uuid), 'REFERRAL', 'CITY', '', 'analyst-1', timestamptz '2026-03-02Z', 1
                  FROM generate_series(1, 60000) AS n
                """).update();
        sql.of("""
                INSERT INTO referral.delivery (delivery_id, agency_id, report, kind, state, delivered_at, due_at)
                SELECT delivery_id, agency_id, report, kind, 'ACCEPTED', chosen_at, chosen_at
                  FROM referral.recipient
                 WHERE report > 9000000000
                """).update();
        TestServer.asSuperuser(url, "ANALYZE referral.recipient", "ANALYZE referral.delivery");
    }

    @AfterEach
    void gone() {
        sql.of("DELETE FROM referral.delivery WHERE report > 9000000000").update();
        sql.of("DELETE FROM referral.recipient WHERE report > 9000000000").update();
        TestServer.asSuperuser(url, "ANALYZE referral.recipient", "ANALYZE referral.delivery");
    }

    @Test
    void findsTheCompanionsOfAPackageByIndex() {
        String plan = String.join(
                "\n",
                sql.of("EXPLAIN " + DeliveryTable.COMPANIONS)
                        .param("referral", new UUID(0, 5))
                        .param("agency", new UUID(0, 10))
                        .param("id", new UUID(0, 10))
                        .query(String.class)
                        .list());

        assertThat(plan).contains("recipient_by_referral").doesNotContain("Seq Scan");
    }

    @Test
    void countsOnlyAsFarAsAnybodyReads() {
        assertThat(deliveries.counts(Referrals.MANY))
                .containsEntry(DeliveryState.ACCEPTED, (long) Referrals.MANY)
                .containsOnlyKeys(List.of(DeliveryState.values()));
        assertThat(deliveries.counts().get(DeliveryState.ACCEPTED)).isGreaterThanOrEqualTo(60_000);
        String plan = String.join(
                "\n",
                sql.of("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) " + DeliveryTable.COUNTS)
                        .param("states", new String[] {DeliveryState.ACCEPTED.name()})
                        .param("limit", Referrals.MANY)
                        .query(String.class)
                        .list());

        assertThat(plan).contains("rows=1000.00 loops=1").doesNotContain("rows=60000");
    }

    @Test
    void readsAPageOfAnInboxFromItsIndexWithoutSorting() {
        String plan = String.join(
                "\n",
                sql.of("EXPLAIN " + DeliveryTable.INBOX)
                        .param("agency", new UUID(0, 10))
                        .param("after", new UUID(0, 10 + 60 * 500))
                        .param("limit", 51)
                        .query(String.class)
                        .list());

        assertThat(plan).contains("delivery_inbox").doesNotContain("Seq Scan on delivery");
    }
}

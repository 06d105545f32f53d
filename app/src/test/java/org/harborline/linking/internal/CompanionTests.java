// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.NOON;
import static org.harborline.linking.internal.Stated.a;
import static org.harborline.linking.internal.Stated.email;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Follower;
import org.harborline.linking.Hub;
import org.harborline.linking.Hub.Crossing;
import org.harborline.linking.Hub.Crossing.Counted;
import org.harborline.platform.Code;
import org.harborline.vault.facts.RecordErased;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/// What is named beside accounts, as it is kept from one batch to the next.
@TestPropertySource(
        properties = {
            "harborline.test.context=companions",
            "harborline.linking.fan-out-limit=10",
            "harborline.linking.companion-limit=20"
        })
class CompanionTests extends LinkingCase {

    @Test
    void remembersWhatIsBesideFromBatchToBatchAndReadsItAgainAfterAnErasure() {
        var sender = new UUID(8, 5);
        var all = new ArrayList<ReportNumber>();
        for (int i = 0; i < 20; i++) {
            all.add(fileOne(sender, i, "svc-slowly"));
        }
        assertThat(crossings()).isEmpty();
        assertThat(beside()).as("20 mailboxes and the account").isEqualTo(21);
        erase(all.removeFirst());
        assertThat(beside()).isZero();

        all.add(fileOne(sender, 20, "svc-slowly"));
        assertThat(crossings()).as("20 again").isEmpty();
        assertThat(beside()).isEqualTo(21);
        all.add(fileOne(sender, 21, "svc-slowly"));
        assertThat(crossings()).containsExactly(new Crossing(20, Counted.COMPANIONS));
        assertThat(beside()).isZero();
        assertThat(linkedTo(all.getLast())).isEmpty();
    }

    private ReportNumber fileOne(UUID sender, int mailbox, String account) {
        ReportNumber number = reports.write(
                sender,
                NOON,
                List.of(),
                a(IdentifierKind.PROVIDER_USER_ID, account),
                email("one" + mailbox + "@town.example"));
        transactions.run(() -> journal.record(SYSTEM, reports.filed(number)));
        settle();
        return number;
    }

    private void erase(ReportNumber report) {
        var erased = new RecordErased(
                UUID.randomUUID(), report.asRecord(), Code.of("retention-over"), Code.of("analyst-7"), List.of());
        Entry entry = journal.of(SYSTEM, report.asRecord(), 0, 1).getFirst();
        transactions.run(() ->
                follower.prepare(List.of(new Follower.Followed(entry, erased))).apply((_, _) -> {}));
    }

    private long beside() {
        return database.sql("SELECT count(*) FROM linking.companion")
                .query(Long.class)
                .single();
    }

    private List<Crossing> crossings() {
        return links.hubs(ANALYST, null, 100).stream().map(Hub::crossing).toList();
    }
}

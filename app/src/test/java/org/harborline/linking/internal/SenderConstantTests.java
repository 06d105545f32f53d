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
import org.harborline.journal.internal.JournalControl;
import org.harborline.linking.Hub;
import org.harborline.linking.Hub.Crossing;
import org.harborline.linking.Hub.Crossing.Counted;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/// Somebody who is reported very often, and what a sender's program writes into every report.
@TestPropertySource(
        properties = {
            "harborline.test.context=sender-constants",
            "harborline.linking.fan-out-limit=10",
            "harborline.linking.companion-limit=20",
            "harborline.linking.account-limit=40"
        })
class SenderConstantTests extends LinkingCase {

    @Autowired
    private ApplicationContext context;

    private static Stated account(String id) {
        return a(IdentifierKind.PROVIDER_USER_ID, id);
    }

    /// Reports of one sender.
    ///
    /// @param mailboxes how many different ones they name beside it
    private List<ReportNumber> file(UUID sender, int times, int mailboxes, Stated stated) {
        var filed = new ArrayList<ReportNumber>();
        for (int i = 0; i < times; i++) {
            var other = email("m" + i % mailboxes + "." + sender.getLeastSignificantBits() + "@town.example");
            filed.add(reports.write(sender, NOON, List.of(), stated, other));
        }
        transactions.run(() ->
                journal.recordAll(SYSTEM, filed.stream().map(reports::filed).toList()));
        settle();
        return filed;
    }

    private List<Crossing> crossings(List<ReportNumber> filed) {
        return links.hubs(ANALYST, null, 100).stream()
                .filter(hub -> filed.contains(hub.report()))
                .map(Hub::crossing)
                .toList();
    }

    @Test
    void keepsSomebodyTogetherWhoIsReportedFarBeyondTheLimit() {
        List<ReportNumber> often = file(new UUID(8, 1), 35, 3, account("u-reported-often"));

        assertThat(links.clusterOf(ANALYST, often.getFirst()).reports()).containsExactlyElementsOf(often);
        assertThat(linkedTo(often.getLast())).hasSize(LinkMaker.ANCHORS);
        assertThat(crossings(often))
                .extracting(Crossing::limit)
                .as("the mailboxes")
                .containsOnly(10);
        rebuildsTheSame();
        assertThat(links.clusterOf(ANALYST, often.getFirst()).reports()).containsExactlyElementsOf(often);
    }

    @Test
    void linksNothingByWhatASenderWritesIntoManyOfItsReports() {
        List<ReportNumber> constant = file(new UUID(8, 2), 30, 30, account("svc-gateway"));

        assertThat(crossings(constant)).containsExactly(new Crossing(20, Counted.COMPANIONS));
        assertThat(linkedTo(constant.getFirst())).isEmpty();
        assertThat(linkedTo(constant.getLast())).isEmpty();
        rebuildsTheSame();
        assertThat(crossings(constant)).containsExactly(new Crossing(20, Counted.COMPANIONS));
    }

    @Test
    void isNotMisledByAReportOfVeryManyPeople() {
        var sender = new UUID(8, 6);
        List<ReportNumber> often = file(sender, 12, 3, account("u-in-a-group"));
        var group = new ArrayList<Stated>();
        group.add(account("u-in-a-group"));
        for (int i = 0; i < 25; i++) {
            group.add(email("member" + i + "@town.example"));
        }
        ReportNumber all = reports.write(sender, NOON, List.of(), group.toArray(Stated[]::new));
        transactions.run(() -> journal.record(SYSTEM, reports.filed(all)));
        settle();

        assertThat(links.clusterOf(ANALYST, all).reports()).containsAll(often);
    }

    @Test
    void endsAtALimitOfItsOwn() {
        List<ReportNumber> all = file(new UUID(8, 3), 41, 3, account("u-without-end"));

        assertThat(crossings(all)).contains(new Crossing(40, Counted.REPORTS));
        assertThat(linkedTo(all.getFirst())).isEmpty();
    }

    @Test
    void keepsTheLimitOfEverythingElse() {
        List<ReportNumber> mailbox = file(new UUID(8, 4), 11, 11, email("in.eleven.reports@town.example"));

        assertThat(crossings(mailbox)).containsExactly(new Crossing(10, Counted.REPORTS));
    }

    private void rebuildsTheSame() {
        JournalControl.stopped(
                context,
                () -> assertThat(JournalControl.rebuild(context, "linking")).isEmpty());
        settle();
    }
}

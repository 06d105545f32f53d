// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.Entry;
import org.harborline.journal.Journal;
import org.harborline.journal.Parked;
import org.harborline.journal.internal.JournalControl;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.testing.Eventually;
import org.harborline.platform.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/// A filing that could not be taken up when its turn came.
class FeedPlacesTests extends ReportApiCase {

    private static final Actor OPERATOR =
            new Actor("operator-5", ActorKind.STAFF, Set.of(Permission.OPERATE), null, null);

    @Autowired
    Journal journal;

    @Autowired
    ApplicationContext context;

    @Value("${harborline.database.url}")
    String url;

    @AfterEach
    void listEverything() {
        TestServer.asSuperuser(url, "ALTER TABLE intake.feed DROP CONSTRAINT IF EXISTS feed_refuses");
    }

    private long parked() {
        long number = open();
        TestServer.asSuperuser(
                url,
                "ALTER TABLE intake.feed ADD CONSTRAINT feed_refuses CHECK (report_number <> " + number
                        + ") NOT VALID");
        finish(number);
        Eventually.holds(() -> assertThat(journal.parked(OPERATOR))
                .extracting(Parked::follower, Parked::subject)
                .contains(tuple("intake", new ReportNumber(number).asRecord())));
        return number;
    }

    private void retry(long number) {
        listEverything();
        assertThat(journal.retry(OPERATOR, "intake", new ReportNumber(number).asRecord()))
                .isEqualTo(1);
    }

    private long another() {
        return filed(file(report("", ""))).path("number").asLong();
    }

    private String cursor() {
        return list("").path("cursor").asString();
    }

    private List<String> facts(long number) {
        return journal.of(SYSTEM, new ReportNumber(number).asRecord(), 0, 50).stream()
                .map(Entry::type)
                .toList();
    }

    private void settle() {
        Eventually.holds(() -> assertThat(journal.backlog(SYSTEM).isEmpty()).isTrue());
    }

    @Test
    void isListedBehindWhatItsReadersKnowAlsoAfterARebuild() {
        long first = another();
        long late = parked();
        long later = another();
        Eventually.holds(() -> assertThat(listed(list(""))).containsExactly(first, later));
        String known = cursor();

        retry(late);
        Eventually.holds(() -> assertThat(listed(list("?after=" + known)))
                .as("no reader misses it")
                .containsExactly(late));
        String behind = cursor();
        long last = another();
        Eventually.holds(() -> assertThat(listed(list("?after=" + behind))).containsExactly(last));
        assertThat(listed(list(""))).containsExactly(first, later, late, last);
        assertThat(facts(late)).containsOnlyOnce("intake.report-listed-late");

        settle();
        JournalControl.stopped(
                context,
                () -> assertThat(JournalControl.rebuild(context, "intake")).isEmpty());
        assertThat(listed(list(""))).containsExactly(first, later, late, last);
        assertThat(listed(list("?after=" + known))).containsExactly(late, last);
        assertThat(listed(list("?after=" + behind))).containsExactly(last);
        assertThat(facts(late)).containsOnlyOnce("intake.report-listed-late");
    }

    @Test
    void keepsItsPlaceWhileNothingOfItsCompanyStandsBehindIt() {
        long first = another();
        Eventually.holds(() -> assertThat(listed(list(""))).containsExactly(first));
        String known = cursor();
        long late = parked();
        anotherCompanyFiles(late);

        retry(late);
        assertThat(listed(list("?after=" + known))).containsExactly(late);
        settle();
        assertThat(facts(late)).doesNotContain("intake.report-listed-late");
    }

    private void anotherCompanyFiles(long late) {
        String mine = authorization;
        var party = provider;
        register();
        long other = another();
        Eventually.holds(() -> assertThat(listed(list(""))).containsExactly(other));
        assertThat(other).isNotEqualTo(late);
        authorization = mine;
        provider = party;
    }

    @Test
    void isListedOnceWhenARebuildComesBeforeItIsTakenUp() {
        long late = parked();
        long later = another();
        Eventually.holds(() -> assertThat(listed(list(""))).containsExactly(later));
        String known = cursor();
        settle();
        JournalControl.stopped(
                context,
                () -> assertThat(JournalControl.rebuild(context, "intake")).isEmpty());
        assertThat(listed(list(""))).containsExactly(later);

        retry(late);
        Eventually.holds(() -> assertThat(listed(list("?after=" + known))).containsExactly(late));
        assertThat(listed(list(""))).containsExactly(later, late);
    }
}

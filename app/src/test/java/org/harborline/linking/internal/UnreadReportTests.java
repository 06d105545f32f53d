// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Suggestion;
import org.harborline.linking.Suggestions;
import org.harborline.platform.Checkup.Answer;
import org.harborline.platform.Checkup.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.test.context.TestPropertySource;

/// A report that cannot be read does not keep others from being compared, and is not forgotten.
@TestPropertySource(properties = {"harborline.test.context=suggestions", "db-scheduler.polling-interval=1h"})
class UnreadReportTests extends LinkingCase {

    @Autowired
    private Suggestions suggestions;

    @Autowired
    private SuggestLinks job;

    @Autowired
    private ProfileTable profiles;

    @BeforeEach
    void forget() {
        for (String table : List.of("blocking_key", "profile", "suggestion", "word", "reason", "sighting")) {
            database.sql("DELETE FROM linking." + table).update();
        }
        reports.unreadable.clear();
    }

    private ReportNumber file(String name, String alias) {
        var report = Described.person(name).born("1980-03-07").alias(alias).report();
        reports.hold(report);
        transactions.run(() -> journal.record(SYSTEM, reports.filed(report.number())));
        settle();
        return report.number();
    }

    private ReportNumber one() {
        return file("Katherine Sampel", "kat.sampel80");
    }

    private ReportNumber other() {
        return file("Catherine Sample", "kat_sampel_80x");
    }

    private List<ReportPair> listed() {
        return suggestions.list(ANALYST, null, 100).stream()
                .map(Suggestion::pair)
                .toList();
    }

    private int unread() {
        return suggestions.standing(ANALYST).unread();
    }

    private void whenItIsTimeToTryAgain() {
        database.sql("UPDATE linking.profile SET try_at = '2000-01-01Z' WHERE try_at IS NOT NULL")
                .update();
        job.run();
    }

    private Answer doctor() {
        return new LinkingCheckup()
                .suggestedLinksCheckup(
                        new StaticListableBeanFactory(Map.of("profiles", profiles)).getBeanProvider(ProfileTable.class))
                .look()
                .get();
    }

    @Test
    void comparesTheOthersAndSaysHowManyCouldNotBeRead() {
        reports.unreadable.add(file("Morgan Placeholder", "morgan.pl"));
        ReportPair pair = ReportPair.of(one(), other());

        job.run();

        assertThat(listed()).containsExactly(pair);
        assertThat(unread()).isOne();
        assertThat(doctor().state()).isEqualTo(State.WARNING);
        assertThat(doctor().sentence()).contains("1 reports could not be read", "rebuild linking");
    }

    @Test
    void comparesItWithAllOnceItCanBeReadAgain() {
        ReportNumber one = one();
        reports.unreadable.add(one);
        job.run();
        ReportNumber other = other();
        job.run();
        assertThat(listed()).isEmpty();

        reports.unreadable.clear();
        job.run();
        assertThat(listed()).as("before it is time").isEmpty();
        whenItIsTimeToTryAgain();

        assertThat(listed()).containsExactly(ReportPair.of(one, other));
        assertThat(unread()).isZero();
        assertThat(doctor().state()).isEqualTo(State.GOOD);
    }

    @Test
    void setsOneAsideThatWasComparedBeforeAndIsFoundByAnother() {
        ReportNumber one = one();
        job.run();
        reports.unreadable.add(one);
        ReportNumber other = other();
        job.run();

        assertThat(listed()).isEmpty();
        assertThat(unread()).isOne();
        reports.unreadable.clear();
        whenItIsTimeToTryAgain();
        assertThat(listed()).containsExactly(ReportPair.of(one, other));
    }

    @Test
    void triesItAFewTimesAndNoMore() {
        reports.unreadable.add(one());
        job.run();
        for (int tried = 1; tried < ProfileTable.TRIES; tried++) {
            whenItIsTimeToTryAgain();
        }
        reports.openedBy.clear();
        whenItIsTimeToTryAgain();

        assertThat(reports.openedBy).isEmpty();
        assertThat(unread()).isOne();
        assertThat(database.sql("SELECT tries FROM linking.profile")
                        .query(Integer.class)
                        .single())
                .isEqualTo(ProfileTable.TRIES);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.harborline.linking.internal.Stated.email;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ReportNumber;
import org.harborline.journal.internal.JournalControl;
import org.harborline.linking.CutReason;
import org.harborline.linking.Decided;
import org.harborline.linking.Link;
import org.harborline.linking.LinkDecisions;
import org.harborline.linking.LinkReason;
import org.harborline.linking.LinkState;
import org.harborline.linking.LinkingProblem;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Tier;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Code;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.testing.Eventually;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/// A person's own word that two reports belong together, and links that end at a time.
@TestPropertySource(properties = "harborline.test.context=confirmations")
class ConfirmationTests extends LinkingCase {

    private static final Actor OFFICER =
            new Actor("officer-1", ActorKind.AGENCY, EnumSet.of(Permission.PACKAGE_ANSWER), null, null);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private LinkDecisions decisions;

    @Autowired
    private ExpireLink expireLink;

    @Autowired
    private Clock clock;

    @Test
    void holdsALinkWhoseIdentifierSpreadAndWhoseCaseEnded() {
        ReportPair pair = linked("held");
        UUID confirmation = decisions.confirm(ANALYST, pair);
        settle();
        assertThat(facts(pair.newer(), pair.older()))
                .containsExactly("linking.reports-linked", "linking.link-confirmed");

        for (int i = 0; i < 3; i++) {
            reports.file(email("held@town.example"));
        }
        links.discredit(OFFICER, pair.older(), Code.of("no-crime"));
        settle();

        Link link = link(pair);
        assertThat(link.inEffect()).isTrue();
        assertThat(link.reasons())
                .extracting(LinkReason::tier, reason -> reason.lost() == null)
                .containsExactlyInAnyOrder(tuple(Tier.EXACT, false), tuple(Tier.CONFIRMED, true));
        assertThat(links.clusterOf(ANALYST, pair.older()).reports()).containsExactly(pair.older(), pair.newer());
        rebuildsTheSame();

        decisions.undoConfirmation(ANALYST, confirmation);
        settle();

        assertThat(link(pair).state()).isEqualTo(LinkState.WITHDRAWN);
        assertThat(facts(pair.newer(), pair.older()))
                .containsExactly(
                        "linking.reports-linked",
                        "linking.link-confirmed",
                        "linking.confirmation-undone",
                        "linking.link-withdrawn");
        rebuildsTheSame();
    }

    @Test
    void bringsALinkBackWhoseReasonsDoNotHold() {
        ReportPair pair = linked("back");
        for (int i = 0; i < 3; i++) {
            reports.file(email("back@town.example"));
        }
        settle();
        assertThat(link(pair).state()).isEqualTo(LinkState.WITHDRAWN);

        decisions.confirm(ANALYST, pair);
        settle();

        assertThat(link(pair).inEffect()).isTrue();
        assertThat(facts(pair.newer(), pair.older()))
                .containsExactly(
                        "linking.reports-linked",
                        "linking.link-withdrawn",
                        "linking.link-confirmed",
                        "linking.reports-linked");
        rebuildsTheSame();
    }

    @Test
    void saysWhoConfirmedAndWhenAndUndoesOnce() {
        ReportPair pair = linked("who");
        Instant before = clock.instant();
        UUID confirmation = decisions.confirm(ANALYST, pair);

        Decided.Confirmation shown = decisions.on(ANALYST, pair).confirmation();
        assertThat(shown.by()).isEqualTo(ANALYST.id());
        assertThat(shown.at()).isBetween(before.minusMillis(1), clock.instant());
        assertProblem(LinkingProblem.ALREADY_DECIDED, () -> decisions.confirm(ANALYST, pair));

        decisions.undoConfirmation(ANALYST, confirmation);

        assertThat(decisions.on(ANALYST, pair).confirmation()).isNull();
        assertProblem(LinkingProblem.DECISION_OVER, () -> decisions.undoConfirmation(ANALYST, confirmation));
        settle();
        assertThat(link(pair).inEffect()).isTrue();
        assertThat(facts(pair.newer(), pair.older())).doesNotContain("linking.link-withdrawn");
    }

    @Test
    void yieldsToACutAndStandsAgainAfterIt() {
        ReportPair pair = linked("yield");
        decisions.confirm(ANALYST, pair);
        settle();
        var cut = links.cut(ANALYST, pair, CutReason.SHARED);
        settle();

        assertThat(link(pair).state()).isEqualTo(LinkState.CUT);
        assertProblem(LinkingProblem.LINK_IS_CUT, () -> decisions.confirm(ANALYST, pair));
        assertProblem(LinkingProblem.LINK_IS_CUT, () -> decisions.expire(ANALYST, pair, later()));

        links.undoCut(ANALYST, cut.id());
        settle();
        assertThat(link(pair).inEffect()).isTrue();
        rebuildsTheSame();
    }

    @Test
    void endsALinkAtItsTimeAndLetsItBeUndone() {
        ReportPair pair = linked("ends");
        UUID expiry = decisions.expire(ANALYST, pair, clock.instant().plus(Duration.ofHours(1)));
        settle();
        expireLink.expire(expiry);
        assertThat(link(pair).inEffect()).isTrue();
        assertThat(decisions.on(ANALYST, pair).expiry().by()).isEqualTo(ANALYST.id());

        over(expiry);

        Eventually.holds(() -> assertThat(link(pair).state()).isEqualTo(LinkState.CUT));
        expireLink.expire(expiry);
        settle();
        assertThat(link(pair).cut().reason()).isEqualTo(CutReason.EXPIRED);
        assertThat(link(pair).cut().by()).isEqualTo(ANALYST.id());
        assertThat(decisions.on(ANALYST, pair).expiry()).isNull();
        assertProblem(LinkingProblem.DECISION_OVER, () -> decisions.liftExpiry(ANALYST, expiry));
        assertThat(facts(pair.newer(), pair.older()))
                .containsExactly(
                        "linking.reports-linked", "linking.expiry-set", "linking.link-cut", "linking.link-withdrawn");
        rebuildsTheSame();

        links.undoCut(ANALYST, link(pair).cut().id());
        settle();
        assertThat(link(pair).inEffect()).isTrue();
    }

    @Test
    void endsNothingThatWasLiftedBefore() {
        ReportPair pair = linked("lifted");
        UUID expiry = decisions.expire(ANALYST, pair, later());
        assertProblem(LinkingProblem.ALREADY_DECIDED, () -> decisions.expire(ANALYST, pair, later()));

        decisions.liftExpiry(ANALYST, expiry);
        over(expiry);
        Eventually.holds(() -> assertThat(waits(expiry)).isFalse());
        settle();

        assertThat(link(pair).inEffect()).isTrue();
        assertThat(decisions.on(ANALYST, pair).expiry()).isNull();
    }

    @Test
    void needsThePermissionALinkAndATimeAhead() {
        ReportPair pair = linked("needs");
        var alone = reports.file(email("needs.alone@town.example"));
        settle();
        Actor reader = without(Set.of(Permission.REPORT_READ));

        assertProblem(PlatformProblem.NOT_FOUND, () -> decisions.confirm(reader, pair));
        assertProblem(PlatformProblem.NOT_FOUND, () -> decisions.expire(reader, pair, later()));
        assertProblem(PlatformProblem.NOT_FOUND, () -> decisions.undoConfirmation(reader, UUID.randomUUID()));
        assertProblem(PlatformProblem.NOT_FOUND, () -> decisions.liftExpiry(reader, UUID.randomUUID()));
        assertProblem(PlatformProblem.NOT_FOUND, () -> decisions.on(without(Set.of()), pair));
        assertProblem(PlatformProblem.NOT_FOUND, () -> decisions.confirm(ANALYST, ReportPair.of(alone, pair.older())));
        assertProblem(PlatformProblem.NOT_FOUND, () -> decisions.undoConfirmation(ANALYST, UUID.randomUUID()));
        assertProblem(LinkingProblem.EXPIRY_NOT_AHEAD, () -> decisions.expire(ANALYST, pair, clock.instant()));
        for (String far : List.of("+300000-01-02T00:00:00Z", "2126-01-01T00:00:00Z")) {
            assertProblem(LinkingProblem.EXPIRY_NOT_AHEAD, () -> decisions.expire(ANALYST, pair, Instant.parse(far)));
        }
        assertProblem(PlatformProblem.INVALID_INPUT, () -> links.cut(ANALYST, pair, CutReason.EXPIRED));
    }

    private ReportPair linked(String name) {
        ReportNumber one = reports.file(email(name + "@town.example"));
        ReportNumber two = reports.file(email(name + "@town.example"));
        settle();
        return ReportPair.of(two, one);
    }

    private Link link(ReportPair pair) {
        return linksOf(pair.newer()).stream()
                .filter(one -> one.pair().equals(pair))
                .findFirst()
                .orElseThrow();
    }

    private Instant later() {
        return clock.instant().plus(Duration.ofDays(30));
    }

    /// As if its time were over.
    private void over(UUID expiry) {
        transactions.run(() -> {
            database.sql("UPDATE linking.expiry SET expires_at = set_at WHERE expiry_id = ?")
                    .param(expiry)
                    .update();
            database.sql("UPDATE job.scheduled_tasks SET execution_time = now() WHERE task_instance = ?")
                    .param(expiry.toString())
                    .update();
        });
    }

    private boolean waits(UUID expiry) {
        return database.sql("SELECT EXISTS (SELECT FROM job.scheduled_tasks WHERE task_instance = ?)")
                .param(expiry.toString())
                .query(Boolean.class)
                .single();
    }

    private void rebuildsTheSame() {
        List<Link> before = all();
        JournalControl.stopped(
                context,
                () -> assertThat(JournalControl.rebuild(context, "linking")).isEmpty());
        assertThat(all()).isEqualTo(before);
    }

    private List<Link> all() {
        return links.linksOf(ANALYST, reports.received.keySet()).values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparing((Link link) -> link.pair().newer())
                        .thenComparing(link -> link.pair().older()))
                .toList();
    }
}

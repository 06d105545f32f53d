// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.harborline.linking.internal.Stated.CHAT;
import static org.harborline.linking.internal.Stated.NOON;
import static org.harborline.linking.internal.Stated.a;
import static org.harborline.linking.internal.Stated.email;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Cluster;
import org.harborline.linking.Clusters;
import org.harborline.linking.Cut;
import org.harborline.linking.CutReason;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Split;
import org.harborline.linking.Tie;
import org.harborline.linking.Timeline.Moment;
import org.harborline.platform.Actor;
import org.harborline.platform.PlatformProblem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What holds clusters together, on reports that were really linked.
class ClustersTests extends LinkingCase {

    @Autowired
    private Clusters clusters;

    /// Three that share one mailbox and two that share another, held together by a screen name alone.
    private List<ReportNumber> fileFive(String name) {
        String screenName = "screen." + name;
        var filed = List.of(
                reports.file(email(name + "-1@town.example")),
                reports.file(email(name + "-1@town.example")),
                reports.file(email(name + "-1@town.example"), a(IdentifierKind.SCREEN_NAME, screenName)),
                reports.file(email(name + "-2@town.example"), a(IdentifierKind.SCREEN_NAME, screenName)),
                reports.file(email(name + "-2@town.example")));
        settle();
        return filed;
    }

    @Test
    void findsTheWeakLinkOfFiveAndWhatItHolds() {
        var five = fileFive("weak-link");

        var shape = clusters.shapeOf(ANALYST, five.getFirst());

        assertThat(shape.cluster().reports()).containsExactlyElementsOf(five);
        assertThat(shape.reports()).containsOnlyKeys(five);
        assertThat(shape.ties())
                .extracting(tie -> tie.link().pair(), Tie::weakest, Tie::parted)
                .startsWith(
                        tuple(ReportPair.of(five.get(3), five.get(2)), true, List.of(five.get(3), five.get(4))),
                        tuple(ReportPair.of(five.get(4), five.get(3)), false, List.of(five.get(4))))
                .hasSize(5);
        assertThat(shape.cuts()).isEmpty();
    }

    @Test
    void saysByWhichWayTwoReportsCameTogether() {
        var five = fileFive("by-which-way");

        var way = clusters.connection(ANALYST, five.get(4), five.get(0));

        assertThat(way.path())
                .extracting(tie -> tie.link().pair(), Tie::weakest)
                .containsExactly(
                        tuple(ReportPair.of(five.get(4), five.get(3)), false),
                        tuple(ReportPair.of(five.get(3), five.get(2)), true),
                        tuple(ReportPair.of(five.get(2), five.get(0)), false));
        assertThat(way.ways()).isEqualTo(1);
        assertThat(clusters.connection(ANALYST, five.get(0), five.get(1)).ways())
                .isEqualTo(2);
    }

    @Test
    void showsBothSidesOfACutAndTheSameClusterAfterItIsUndone() {
        var five = fileFive("both-sides");
        var weak = ReportPair.of(five.get(3), five.get(2));
        var before = clusters.shapeOf(ANALYST, five.getFirst());

        var cut = links.cut(ANALYST, weak, CutReason.DIFFERENT_PEOPLE);

        var split = clusters.splitBy(ANALYST, weak);
        assertThat(split.apart()).isTrue();
        assertThat(split.newer().reports()).containsExactly(five.get(3), five.get(4));
        assertThat(split.older().reports()).containsExactly(five.get(0), five.get(1), five.get(2));
        assertThat(split.reports()).containsOnlyKeys(five);
        assertThat(clusters.shapeOf(ANALYST, five.getFirst()).cuts()).containsExactly(cut);
        assertThat(clusters.shapeOf(ANALYST, five.getLast()).cuts()).containsExactly(cut);
        assertProblem(PlatformProblem.NOT_FOUND, () -> clusters.connection(ANALYST, five.getFirst(), five.getLast()));

        links.undoCut(ANALYST, cut.id());

        assertThat(clusters.shapeOf(ANALYST, five.getFirst())).isEqualTo(before);
        assertProblem(PlatformProblem.NOT_FOUND, () -> clusters.splitBy(ANALYST, weak));
    }

    @Test
    void saysWhenOtherLinksHoldBothSidesOfACutTogether() {
        var five = fileFive("held-still");
        var one = ReportPair.of(five.get(1), five.get(0));

        links.cut(ANALYST, one, CutReason.SHARED);

        assertThat(clusters.splitBy(ANALYST, one).apart()).isFalse();
        assertThat(clusters.connection(ANALYST, five.get(0), five.get(1)).path())
                .extracting(tie -> tie.link().pair())
                .containsExactly(ReportPair.of(five.get(2), five.get(0)), ReportPair.of(five.get(2), five.get(1)));
    }

    @Test
    void tellsWhenReportsWereFiledAndWhatLinksThemWasSeen() {
        var first = reports.file(email("in-time@town.example").at(NOON));
        var second = reports.file(
                CHAT,
                NOON.plus(Duration.ofDays(11)),
                List.of(),
                email("in-time@town.example").at(NOON.plus(Duration.ofDays(10))),
                email("not-shared@town.example").at(NOON.plus(Duration.ofDays(9))));
        links.record(ANALYST, finding(second, "in-time@town.example"));
        settle();

        var timeline = clusters.timelineOf(ANALYST, first);

        assertThat(timeline.leftOut()).isNull();
        assertThat(timeline.moments())
                .extracting(Moment::at, Moment::report, Moment::kind)
                .contains(
                        tuple(NOON, first, IdentifierKind.EMAIL),
                        tuple(NOON.plus(Duration.ofDays(10)), second, IdentifierKind.EMAIL),
                        tuple(ReceivedReports.FILED, first, null),
                        tuple(ReceivedReports.FILED, second, null))
                .doesNotContain(tuple(NOON.plus(Duration.ofDays(9)), second, IdentifierKind.EMAIL))
                .isSortedAccordingTo(java.util.Comparator.comparing(
                        moment -> (java.time.Instant) moment.toList().getFirst()));
    }

    @Test
    void tellsWhatTheSenderSawFromWhatStaffFound() {
        var first = reports.file(email("both-saw@town.example").at(NOON.plus(Duration.ofDays(1))));
        var second = reports.file(email("both-saw@town.example").at(NOON.plus(Duration.ofDays(2))));
        links.record(ANALYST, finding(second, "both-saw@town.example"));
        settle();

        assertThat(clusters.timelineOf(ANALYST, first).moments())
                .filteredOn(moment -> moment.report().equals(second) && !moment.filing())
                .extracting(Moment::at, Moment::stated)
                .containsExactly(tuple(NOON, false), tuple(NOON.plus(Duration.ofDays(2)), true));
    }

    @Test
    void saysOfClustersThatAreNotShownWholeNeitherThatTheyAreApartNorTogether() {
        var newer = new ReportNumber(2);
        var older = new ReportNumber(1);
        var cut = new Cut(new UUID(0, 1), new ReportPair(newer, older), CutReason.SHARED, "analyst-7", NOON);
        for (boolean one : List.of(true, false)) {
            for (boolean other : List.of(true, false)) {
                var split = new Split(
                        cut,
                        new Cluster(newer, List.of(newer), List.of(), one),
                        new Cluster(older, List.of(older), List.of(), other),
                        Map.of());
                assertThat(split.together()).isFalse();
                assertThat(split.apart()).isEqualTo(!(one && other));
            }
        }
    }

    @Test
    void knowsNothingOfReportsThatAreNotThereOrNotTogether() {
        var alone = reports.file(email("all-alone@town.example"));
        var other = reports.file(email("alone-too@town.example"));
        settle();

        assertThat(clusters.shapeOf(ANALYST, alone).ties()).isEmpty();
        var missing = new ReportNumber(1);
        Stream.<Runnable>of(
                        () -> clusters.shapeOf(ANALYST, missing),
                        () -> clusters.timelineOf(ANALYST, missing),
                        () -> clusters.connection(ANALYST, alone, other),
                        () -> clusters.connection(ANALYST, alone, alone),
                        () -> clusters.splitBy(ANALYST, ReportPair.of(alone, other)))
                .forEach(call -> assertProblem(PlatformProblem.NOT_FOUND, call));
    }

    @Test
    void answersNobodyWithoutThePermission() {
        Actor nobody = without(Set.of());
        var pair = new ReportPair(new ReportNumber(2), new ReportNumber(1));
        Stream.<Runnable>of(
                        () -> clusters.shapeOf(nobody, pair.newer()),
                        () -> clusters.timelineOf(nobody, pair.newer()),
                        () -> clusters.connection(nobody, pair.newer(), pair.older()),
                        () -> clusters.splitBy(nobody, pair))
                .forEach(call -> assertProblem(PlatformProblem.NOT_FOUND, call));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.IncidentType;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportSource;
import org.harborline.intake.ReportState;
import org.harborline.linking.Cluster;
import org.harborline.linking.ClusterShape;
import org.harborline.linking.Clusters;
import org.harborline.linking.Connection;
import org.harborline.linking.Cut;
import org.harborline.linking.CutReason;
import org.harborline.linking.Link;
import org.harborline.linking.LinkReason;
import org.harborline.linking.LinkState;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Split;
import org.harborline.linking.Tie;
import org.harborline.linking.Tier;
import org.harborline.linking.Timeline;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;

/// A cluster of three, held together by one link alone, with a cut to a fourth report.
final class SampleClusters implements Clusters {

    static final ReportNumber OLDEST = new ReportNumber(1_039_000);
    static final ReportNumber OLDER = SampleLinks.OLDER;
    static final ReportNumber NEWER = SampleLinks.NEWER;
    static final ReportNumber AWAY = new ReportNumber(1_042_999);
    static final Cut CUT = new Cut(
            new UUID(0, 9),
            ReportPair.of(AWAY, NEWER),
            CutReason.SHARED,
            "analyst-7",
            Instant.parse("2026-03-05T10:00:00Z"));
    private static final Instant SEEN = Instant.parse("2026-03-02T10:14:00Z");

    boolean apart = true;
    boolean large;
    int links = 2;

    void forget() {
        apart = true;
        large = false;
        links = 2;
    }

    private static Link link(ReportPair pair) {
        return new Link(
                pair,
                false,
                LinkState.IN_EFFECT,
                List.of(new LinkReason(
                        Tier.EXACT,
                        Code.of("screen-name.platform"),
                        1,
                        IdentifierKind.SCREEN_NAME,
                        null,
                        Duration.ofDays(11),
                        new LinkReason.Rarity(3, 2, false))),
                null,
                SEEN);
    }

    private static Tie weak() {
        return new Tie(link(ReportPair.of(NEWER, OLDER)), true, List.of(NEWER));
    }

    private static Tie strong() {
        return new Tie(link(ReportPair.of(OLDER, OLDEST)), false, List.of());
    }

    private static Map<ReportNumber, Report> reports(Stream<ReportNumber> numbers) {
        return numbers.collect(Collectors.toMap(
                Function.identity(),
                number -> new Report(
                        number,
                        SampleLinks.CHAT,
                        "Example Chat",
                        ReportState.FINISHED,
                        IncidentType.ENTICEMENT,
                        false,
                        false,
                        SEEN,
                        SEEN,
                        SEEN.plusSeconds(number.value() % 1000),
                        null,
                        0,
                        ReportSource.PROVIDER,
                        null,
                        null)));
    }

    private Cluster cluster(ReportNumber start) {
        return new Cluster(start, List.of(OLDEST, OLDER, NEWER), List.of(weak().link(), strong().link()), large);
    }

    @Override
    public ClusterShape shapeOf(Actor actor, ReportNumber report) {
        List<Tie> more = IntStream.range(2, links)
                .mapToObj(i -> new Tie(link(new ReportPair(new ReportNumber(2_000_000 + i), OLDEST)), false, List.of()))
                .toList();
        return new ClusterShape(
                cluster(report),
                Stream.concat(Stream.of(weak(), strong()), more.stream()).toList(),
                List.of(CUT),
                reports(Stream.of(OLDEST, OLDER, NEWER)));
    }

    @Override
    public Connection connection(Actor actor, ReportNumber from, ReportNumber to) {
        return new Connection(from, to, List.of(weak(), strong()), 1, large);
    }

    @Override
    public Split splitBy(Actor actor, ReportPair pair) {
        Cluster away = new Cluster(AWAY, List.of(AWAY), List.of(), large);
        return new Split(
                CUT, apart ? away : together(), cluster(NEWER), reports(Stream.of(AWAY, OLDEST, OLDER, NEWER)));
    }

    private Cluster together() {
        return new Cluster(AWAY, List.of(OLDEST, OLDER, NEWER, AWAY), List.of(), large);
    }

    @Override
    public Timeline timelineOf(Actor actor, ReportNumber report) {
        var mailbox = Code.of("screen-name.platform");
        return new Timeline(
                cluster(report),
                List.of(
                        new Timeline.Moment(SEEN, OLDER, IdentifierKind.SCREEN_NAME, mailbox, true),
                        new Timeline.Moment(SEEN.plusSeconds(50), OLDER, null, null, true),
                        new Timeline.Moment(SEEN.plusSeconds(100), NEWER, IdentifierKind.SCREEN_NAME, mailbox, false)),
                new Timeline.LeftOut(37, SEEN.plusSeconds(200), SEEN.plusSeconds(86_400)),
                reports(Stream.of(OLDER, NEWER)));
    }
}

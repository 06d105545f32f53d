// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.harborline.intake.CaptureEvent;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.StatedIdentifier.Quality;
import org.harborline.intake.StatedTime;
import org.harborline.linking.Cluster;
import org.harborline.linking.Confidence;
import org.harborline.linking.Cut;
import org.harborline.linking.CutReason;
import org.harborline.linking.Evidence;
import org.harborline.linking.Finding;
import org.harborline.linking.FindingKind;
import org.harborline.linking.Hub;
import org.harborline.linking.IdentifierSheet;
import org.harborline.linking.Link;
import org.harborline.linking.LinkReason;
import org.harborline.linking.LinkReason.Lost;
import org.harborline.linking.LinkState;
import org.harborline.linking.LinkingProblem;
import org.harborline.linking.Links;
import org.harborline.linking.ListedKind;
import org.harborline.linking.Listing;
import org.harborline.linking.LookUp;
import org.harborline.linking.LookUpAnswer;
import org.harborline.linking.RecordFinding;
import org.harborline.linking.ReportPair;
import org.harborline.linking.Sender;
import org.harborline.linking.Strength;
import org.harborline.linking.Tier;
import org.harborline.linking.WithdrawalReason;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/// Two linked reports with everything the pages can show, and what the pages asked for.
final class SampleLinks implements Links {

    static final ReportNumber OLDER = new ReportNumber(1_039_920);
    static final ReportNumber NEWER = new ReportNumber(1_042_317);
    static final ReportPair PAIR = ReportPair.of(NEWER, OLDER);
    static final UUID FINDING = new UUID(0, 77);
    static final UUID CHAT = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final Instant SEEN = Instant.parse("2026-03-02T10:14:00Z");
    private static final LinkReason.Rarity ONE_REPORT = new LinkReason.Rarity(1, 1, false);
    private static final LinkReason.Rarity TWO_REPORTS = new LinkReason.Rarity(2, 1, false);
    private static final LinkReason.Rarity THREE_REPORTS = new LinkReason.Rarity(3, 2, false);

    final List<String> asked = new ArrayList<>();
    final List<LookUp> lookedUp = new ArrayList<>();
    final List<RecordFinding> recorded = new ArrayList<>();
    final List<UUID> ids = new ArrayList<>();

    boolean taken;

    @Nullable
    Cut cut;

    @Nullable
    Lost lost;

    LinkReason.Rarity rarity = TWO_REPORTS;
    LinkReason.Rarity answered = ONE_REPORT;
    LinkReason.Rarity stated = THREE_REPORTS;

    void forget() {
        asked.clear();
        lookedUp.clear();
        recorded.clear();
        ids.clear();
        taken = false;
        cut = null;
        lost = null;
        rarity = TWO_REPORTS;
        answered = ONE_REPORT;
        stated = THREE_REPORTS;
    }

    private Link link(boolean crossRole) {
        LinkState standing = lost == null ? LinkState.IN_EFFECT : LinkState.WITHDRAWN;
        Cut own = crossRole ? null : cut;
        return new Link(PAIR, crossRole, own == null ? standing : LinkState.CUT, List.of(email()), own, SEEN);
    }

    private LinkReason email() {
        return new LinkReason(
                Tier.EXACT,
                Code.of("email.provider-canonical"),
                1,
                IdentifierKind.EMAIL,
                lost,
                Duration.ofDays(11),
                rarity);
    }

    @Override
    public Map<ReportNumber, List<Link>> linksOf(Actor actor, Collection<ReportNumber> reports) {
        return Map.of(NEWER, List.of(link(false), link(true)));
    }

    @Override
    public Cluster clusterOf(Actor actor, ReportNumber report) {
        return new Cluster(report, List.of(OLDER, NEWER), List.of(link(false)), true);
    }

    @Override
    public Evidence evidence(Actor actor, ReportPair pair) {
        return evidence(false, "s\u2022\u2022\u2022@mail.example", "S\u2022\u2022\u2022@mail.example");
    }

    @Override
    public Evidence reveal(Actor actor, ReportPair pair) {
        asked.add("reveal " + actor.purpose());
        return evidence(false, "s.sample@mail.example", "SSample+<x>@mail.example");
    }

    @Override
    public Evidence alertEvidence(Actor actor, ReportPair pair) {
        return evidence(true, "s\u2022\u2022\u2022@mail.example", "S\u2022\u2022\u2022@mail.example");
    }

    @Override
    public Evidence revealAlert(Actor actor, ReportPair pair) {
        asked.add("reveal alert " + actor.purpose());
        return evidence(true, "s.sample@mail.example", "SSample+<x>@mail.example");
    }

    private Evidence evidence(boolean crossRole, String older, String newer) {
        var time = new StatedTime(SEEN, "2026-03-02T10:14:00", null);
        return new Evidence(
                link(crossRole),
                List.of(new Evidence.Comparison(
                        email(),
                        new Evidence.Side(
                                NEWER.asRecord(), IdentifierKind.EMAIL, PartyRole.REPORTED_PERSON, newer, null, time),
                        new Evidence.Side(
                                new org.harborline.platform.RecordRef("finding", "7"),
                                IdentifierKind.EMAIL,
                                PartyRole.REPORTED_PERSON,
                                older,
                                null,
                                null))));
    }

    @Override
    public IdentifierSheet identifiersOf(Actor actor, ReportNumber report) {
        return sheet(report, "h\u2022\u2022\u2022.example/\u2022\u2022\u2022", false);
    }

    @Override
    public IdentifierSheet revealIdentifiers(Actor actor, ReportNumber report) {
        asked.add("identifiers " + actor.purpose());
        return sheet(report, "https://host.example/p", true);
    }

    private IdentifierSheet sheet(ReportNumber report, String value, boolean revealed) {
        var time = new StatedTime(SEEN, "2026-03-02T12:14:00+02:00", ZoneOffset.ofHours(2));
        return new IdentifierSheet(
                report,
                List.of(new IdentifierSheet.Line(
                        IdentifierKind.URL,
                        value,
                        "Example Chat",
                        PartyRole.VICTIM,
                        0,
                        CaptureEvent.UPLOAD,
                        time,
                        40021,
                        new Quality(true, null, null, true, null),
                        Strength.STRONG,
                        new IdentifierSheet.Line.Changed(Strength.WEAK),
                        List.of(Code.of("possible-proxy")),
                        stated,
                        new Listing(ListedKind.VPN, "sample-list", LocalDate.of(2026, 11, 1)))),
                revealed);
    }

    @Override
    public Cut cut(Actor actor, ReportPair pair, CutReason reason) {
        var made = new Cut(UUID.fromString("00000000-0000-7000-8000-000000000009"), pair, reason, actor.id(), SEEN);
        cut = made;
        return made;
    }

    @Override
    public void undoCut(Actor actor, UUID id) {
        cut = null;
    }

    @Override
    public List<Hub> hubs(Actor actor, Hub.@Nullable Place after, int limit) {
        return IntStream.range(0, after == null ? limit : 1)
                .mapToObj(i -> hub(UUID.nameUUIDFromBytes((after + " " + i).getBytes(StandardCharsets.UTF_8))))
                .toList();
    }

    private static Hub hub(UUID key) {
        return new Hub(
                key,
                Code.of("email.case-folded"),
                1,
                IdentifierKind.EMAIL,
                OLDER,
                new Hub.Crossing(200, Hub.Crossing.Counted.REPORTS),
                SEEN,
                new LinkReason.Rarity(1000, 3, true));
    }

    @Override
    public List<Sender> senders(Actor actor) {
        return List.of(new Sender(CHAT, "Example Chat Inc.", List.of("Example Chat", "Example Video")));
    }

    @Override
    public LookUpAnswer lookUp(Actor actor, LookUp lookUp) {
        asked.add("look-up " + actor.purpose() + " " + lookUp.value());
        lookedUp.add(lookUp);
        return new LookUpAnswer(
                UUID.randomUUID(),
                List.of(new LookUpAnswer.Hit(
                        OLDER,
                        lookUp.kind(),
                        Code.of("victim"),
                        Code.of("email.case-folded"),
                        1,
                        Strength.STRONG,
                        SEEN,
                        null)),
                answered.reports(),
                answered.senders(),
                false,
                List.of(),
                List.of(Code.of("provider-missing")));
    }

    @Override
    public UUID record(Actor actor, RecordFinding command, UUID id) {
        if (taken) {
            throw new ProblemException(LinkingProblem.FINDING_RECORDED_BEFORE);
        }
        recorded.add(command);
        ids.add(id);
        return id;
    }

    @Override
    public void withdraw(Actor actor, ReportNumber report, UUID finding, WithdrawalReason reason) {
        asked.add("withdraw " + report + " " + finding + " " + reason);
    }

    @Override
    public void discredit(Actor actor, ReportNumber report, Code outcome) {
        throw new UnsupportedOperationException("no page says how a case ended");
    }

    @Override
    public void credit(Actor actor, ReportNumber report) {
        throw new UnsupportedOperationException("no page says how a case ended");
    }

    @Override
    public Map<ReportNumber, List<Finding>> findingsOf(Actor actor, Collection<ReportNumber> reports) {
        return Map.of(
                NEWER,
                List.of(
                        finding(FINDING, null, null),
                        finding(
                                new UUID(0, 78),
                                null,
                                new Finding.Withdrawal(WithdrawalReason.DUPLICATE, "analyst-7", SEEN))));
    }

    @Override
    public Map<ReportNumber, List<Finding>> openFindings(Actor actor, Collection<ReportNumber> reports) {
        asked.add("findings " + actor.purpose());
        var words = new Finding.Text("outside@mail.example", null, "public profile", "read there");
        return Map.of(NEWER, List.of(finding(FINDING, words, null)));
    }

    private static Finding finding(UUID id, Finding.@Nullable Text text, Finding.@Nullable Withdrawal withdrawal) {
        return new Finding(
                id,
                NEWER,
                FindingKind.IDENTIFIER,
                IdentifierKind.EMAIL,
                PartyRole.REPORTED_PERSON,
                Confidence.HIGH,
                SEEN,
                text,
                "analyst-7",
                SEEN,
                null,
                java.time.ZoneOffset.UTC,
                withdrawal);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.FindingKind;
import org.harborline.linking.facts.FindingRecorded;
import org.harborline.platform.Actor;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.testing.Eventually;
import org.harborline.referral.ByHand;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.Feedback;
import org.harborline.referral.OpenReferral;
import org.harborline.referral.Opening;
import org.harborline.referral.PackageDocument;
import org.harborline.referral.ReferralProblem;
import org.harborline.referral.ReturnReason;
import org.harborline.referral.internal.InventedReports.Told;
import org.harborline.triage.SafeguardingOutcome;
import org.harborline.triage.facts.SafeguardingChecked;
import org.junit.jupiter.api.Test;

class ReferralFlowTests extends ReferralCase {

    private static final ByHand ASKED = new ByHand(ByHand.Why.OTHER, "[synthetic reason 1]");
    private static final Feedback NO_CRIME =
            new Feedback(Feedback.Status.CLOSED, null, null, Feedback.ClosedReason.NO_CRIME, null, null, null);
    private static final Feedback GOES_ON = new Feedback(Feedback.Status.ONGOING, null, null, null, null, null, null);

    @Test
    void takesAReportToItsAgencyAndTheAnswerBack() {
        ReportNumber report = actionable(Told.in("OR", person()));
        assertThat(referrals.propose(ANALYST, report).proposals().getFirst().agency())
                .isEqualTo(oregon);

        refer(report, oregon);
        Delivery delivered = awaiting(report, DeliveryState.AWAITING);
        Actor officer = officer(oregon);
        assertThat(delivered.reference()).isEqualTo("HL-" + report + "-1");
        assertThat(referrals.inbox(officer, null, 50).deliveries())
                .extracting(Delivery::id)
                .contains(delivered.id());
        assertSigned(officer, delivered);
        assertThat(referrals
                        .read(officer, delivered.id())
                        .received()
                        .texts()
                        .getFirst()
                        .text()
                        .value())
                .isEqualTo("[synthetic narrative " + report + "]");
        referrals.acknowledge(officer, delivered.id());
        referrals.acknowledge(officer, delivered.id());
        referrals.giveFeedback(
                officer, delivered.id(), new Feedback(Feedback.Status.ONGOING, null, null, null, null, true, null));

        Delivery seen = referrals.ofReport(ANALYST, report).getFirst();
        assertThat(seen.state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(seen.readAt()).isNotNull();
        assertThat(seen.feedback().status()).isEqualTo(Feedback.Status.ONGOING);
        Eventually.holds(() -> assertThat(types(report))
                .containsSubsequence(
                        "referral.referral-opened",
                        "referral.package-made",
                        "referral.package-delivered",
                        "referral.package-read",
                        "referral.package-acknowledged",
                        "referral.feedback-given"));
        assertThat(types(report))
                .filteredOn("referral.package-acknowledged"::equals)
                .hasSize(1);
    }

    @Test
    void tellsTriageWhenACaseEndsSoThatNothingCanBeBuiltOnTheReport() {
        ReportNumber report = actionable(Told.in("OR", person()));
        refer(report, oregon);
        DeliveryId id = awaiting(report, DeliveryState.AWAITING).id();

        referrals.giveFeedback(
                officer(oregon),
                id,
                new Feedback(Feedback.Status.CLOSED, null, null, Feedback.ClosedReason.NO_CRIME, null, null, null));
        referrals.giveFeedback(
                officer(oregon), id, new Feedback(Feedback.Status.ONGOING, null, null, null, null, null, null));

        Eventually.holds(() -> assertThat(bodies(report, "triage.outcome-recorded"))
                .hasSize(2)
                .satisfiesExactly(
                        closed -> assertThat(closed).contains("NO_CRIME"),
                        goesOn -> assertThat(goesOn).doesNotContain("NO_CRIME")));
    }

    @Test
    void anotherAgencyFindsNothing() {
        ReportNumber report = actionable(Told.in("OR", person()));
        refer(report, oregon);
        DeliveryId id = awaiting(report, DeliveryState.AWAITING).id();
        Actor stranger = officer(sanDiego);

        assertThat(referrals.inbox(stranger, null, 50).deliveries())
                .extracting(Delivery::id)
                .doesNotContain(id);
        absent(() -> referrals.get(stranger, id));
        absent(() -> referrals.read(stranger, id));
        absent(() -> referrals.download(stranger, id));
        absent(() -> referrals.acknowledge(stranger, id));
        absent(() -> referrals.giveBack(stranger, id, ReturnReason.OTHER));
        absent(() -> referrals.list(officer(oregon), null, null, 50));
        absent(() -> referrals.propose(officer(oregon), report));
        absent(() -> referrals.inbox(ANALYST, null, 50));
        absent(() -> referrals.acknowledge(ANALYST, id));
        assertThat(referrals.ofReport(ANALYST, report).getFirst().state()).isEqualTo(DeliveryState.AWAITING);
    }

    @Test
    void refusesWhatWasNotDesignatedAndWhatNobodyChecked() {
        ReportNumber undecided = reports.file(Told.in("OR", person()));
        refused(ReferralProblem.NOT_ACTIONABLE, () -> refer(undecided, oregon));

        ReportNumber child = actionable(Told.in("OR", person()).aged(17));
        refused(ReferralProblem.SAFEGUARDING_NEEDED, () -> refer(child, oregon));
        tell(new SafeguardingChecked(child, SafeguardingOutcome.MAY_BE_CHILD));
        refer(child, oregon);
        var cautions = referrals
                .read(ANALYST, awaiting(child, DeliveryState.AWAITING).id())
                .cautions();
        assertThat(cautions.getFirst().reasons()).containsExactly("stated-age-under-18", "may-be-child");

        refused(ReferralProblem.ALREADY_REFERRED, () -> refer(child, oregon));
    }

    @Test
    void refersOnceWhenTwoPeopleReferAtOnce() throws Exception {
        ReportNumber report = actionable(Told.in("OR", person()));
        var start = new CyclicBarrier(2);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = people.invokeAll(Stream.of(ANALYST, SECOND)
                    .<Callable<String>>map(actor -> () -> {
                        start.await();
                        try {
                            return referrals
                                    .open(actor, new OpenReferral(report, List.of(oregon)))
                                    .getClass()
                                    .getSimpleName();
                        } catch (ProblemException refused) {
                            return refused.type().toString();
                        }
                    })
                    .toList());

            assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                    .containsExactlyInAnyOrder("Opened", "ALREADY_REFERRED");
        }
        assertThat(referrals.ofReport(ANALYST, report)).hasSize(1);
    }

    @Test
    void asksASecondPersonWhenEverythingRestsOnOneAddress() {
        ReportNumber report = actionable(Told.atAddress("192.0.2.1", person()));

        assertThat(referrals.open(ANALYST, new OpenReferral(report, List.of(oregon))))
                .isInstanceOf(Opening.NeedsSecondPerson.class);
        refused(ReferralProblem.SAME_PERSON, () -> referrals.checkAddress(ANALYST, report));
        assertThat(referrals.ofReport(ANALYST, report)).isEmpty();
        referrals.checkAddress(SECOND, report);

        assertThat(referrals.open(ANALYST, new OpenReferral(report, List.of(oregon))))
                .isInstanceOf(Opening.Opened.class);
        assertThat(referrals.addressCheck(ANALYST, report).orElseThrow().checkedBy())
                .isEqualTo("analyst-2");
    }

    @Test
    void asksAgainWhenAnotherAddressDecidesThanTheOneThatWasCompared() {
        String email = person();
        ReportNumber report = actionable(Told.atAddress("192.0.2.1", email));
        var referral = new OpenReferral(report, List.of(oregon), ASKED);
        assertThat(referrals.open(ANALYST, referral)).isInstanceOf(Opening.NeedsSecondPerson.class);
        referrals.checkAddress(SECOND, report);
        reports.restate(report, Told.atAddress("192.0.2.17", email));

        assertThat(referrals.addressCheck(ANALYST, report)).isEmpty();
        assertThat(referrals.open(ANALYST, referral)).isInstanceOf(Opening.NeedsSecondPerson.class);
        refused(ReferralProblem.SAME_PERSON, () -> referrals.checkAddress(ANALYST, report));
        referrals.checkAddress(SECOND, report);

        assertThat(referrals.open(ANALYST, referral)).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void weighsTwoAnswersThatAreGivenAtOnceTogether() throws Exception {
        ReportNumber report = actionable(Told.in("OR", person()));
        referrals.open(ANALYST, new OpenReferral(report, List.of(oregon, sanDiego), ASKED));
        awaiting(report, DeliveryState.AWAITING);
        var ids =
                referrals.ofReport(ANALYST, report).stream().collect(Collectors.toMap(Delivery::agency, Delivery::id));

        try (var agencies = Executors.newVirtualThreadPerTaskExecutor()) {
            var second = new AtomicReference<Future<?>>();
            transactions.run(() -> {
                referrals.giveFeedback(officer(oregon), ids.get(oregon), NO_CRIME);
                second.set(
                        agencies.submit(() -> referrals.giveFeedback(officer(sanDiego), ids.get(sanDiego), GOES_ON)));
                Eventually.holds(() ->
                        assertThat(second.get().isDone() || somebodyWaits()).isTrue());
            });
            second.get().get();
        }

        settle();
        assertThat(bodies(report, "triage.outcome-recorded"))
                .hasSize(2)
                .last()
                .asString()
                .doesNotContain("NO_CRIME");
    }

    @Test
    void countsTheNewestAnswerOfAnAgencyToWhicheverOfItsPackages() {
        ReportNumber report = actionable(Told.in("OR", person()));
        refer(report, oregon);
        DeliveryId original = awaiting(report, DeliveryState.AWAITING).id();
        tell(new FindingRecorded(UUID.randomUUID(), report, FindingKind.FACT));
        quiet();
        List<Delivery> companions = referrals.companions(ANALYST, original);
        assertThat(companions).singleElement().matches(one -> one.state() == DeliveryState.AWAITING);
        DeliveryId supplement = companions.getFirst().id();

        referrals.giveFeedback(officer(oregon), original, GOES_ON);
        referrals.giveFeedback(officer(oregon), supplement, NO_CRIME);

        Eventually.holds(() -> assertThat(bodies(report, "triage.outcome-recorded"))
                .singleElement()
                .asString()
                .contains("NO_CRIME"));
    }

    private boolean somebodyWaits() {
        return sql.of("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void sendsAReturnedReportElsewhereAndNotBack() {
        ReportNumber report = actionable(Told.in("OR", person()));
        refer(report, oregon);
        DeliveryId id = awaiting(report, DeliveryState.AWAITING).id();
        referrals.giveBack(officer(oregon), id, ReturnReason.WRONG_PLACE);
        refused(ReferralProblem.WRONG_STATE, () -> referrals.acknowledge(officer(oregon), id));

        Delivery returned = referrals.get(ANALYST, id);
        assertThat(referrals.propose(ANALYST, report).proposals())
                .filteredOn(one -> one.agency().equals(oregon))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.returned()).isTrue();
                    assertThat(one.recommended()).isFalse();
                });
        refused(
                PlatformProblem.CHANGED_MEANWHILE,
                () -> referrals.reroute(ANALYST, id, returned.version() - 1, List.of(sanDiego), ASKED));
        refused(
                ReferralProblem.REASON_NEEDED,
                () -> referrals.reroute(ANALYST, id, returned.version(), List.of(sanDiego), null));
        referrals.reroute(ANALYST, id, returned.version(), List.of(sanDiego), ASKED);

        assertThat(referrals.get(ANALYST, id).state()).isEqualTo(DeliveryState.REROUTED);
        Eventually.holds(() -> assertThat(referrals.ofReport(ANALYST, report))
                .extracting(Delivery::agency, Delivery::state)
                .contains(org.assertj.core.groups.Tuple.tuple(sanDiego, DeliveryState.AWAITING)));
        Delivery instead = referrals.ofReport(ANALYST, report).getLast();
        assertThat(instead.ordinal()).isEqualTo(2);
        assertThat(referrals.read(ANALYST, instead.id()).head().recipient().why())
                .extracting(PackageDocument.Why::code)
                .containsExactly("chosen-by-hand", "by-hand.other", "in-words", "returned-before");
    }

    @Test
    void countsAPackageAsOverdueOnlyAfterItsTime() {
        ReportNumber report = actionable(Told.in("OR", person()));
        refer(report, oregon);
        Delivery waiting = awaiting(report, DeliveryState.AWAITING);
        delivering.watch(waiting.id());
        assertThat(referrals.get(ANALYST, waiting.id()).state()).isEqualTo(DeliveryState.AWAITING);

        assertThat(sql.of("UPDATE referral.delivery SET due_at = delivered_at WHERE delivery_id = :id")
                        .param("id", waiting.id().value())
                        .update())
                .isEqualTo(1);
        delivering.watch(waiting.id());
        delivering.watch(waiting.id());

        assertThat(referrals.get(ANALYST, waiting.id()).state()).isEqualTo(DeliveryState.OVERDUE);
        referrals.acknowledge(officer(oregon), waiting.id());
        Eventually.holds(() -> assertThat(types(report)).contains("referral.package-acknowledged"));
        assertThat(types(report)).filteredOn("referral.package-overdue"::equals).hasSize(1);
    }

    private void assertSigned(Actor officer, Delivery delivered) {
        byte[] file = Base64.getDecoder()
                .decode(referrals.download(officer, delivered.id()).base64());
        assertThat(PackageVerifier.verify(file, keyset.verifier())).isInstanceOf(PackageVerifier.Verdict.Valid.class);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.harborline.access.Role;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Confidence;
import org.harborline.linking.Cut;
import org.harborline.linking.CutReason;
import org.harborline.linking.FindingKind;
import org.harborline.linking.RecordFinding;
import org.harborline.linking.ReportPair;
import org.harborline.linking.WithdrawalReason;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.Purpose;
import org.harborline.platform.Settings;
import org.harborline.platform.outbound.Mail;
import org.harborline.platform.testing.Eventually;
import org.harborline.platform.testing.SentMails;
import org.harborline.referral.Delivery;
import org.harborline.referral.DeliveryId;
import org.harborline.referral.DeliveryState;
import org.harborline.referral.NightCall;
import org.harborline.referral.NightCalls;
import org.harborline.referral.PackageKind;
import org.harborline.referral.ReferralProblem;
import org.harborline.referral.internal.InventedReports.Told;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.PutContact;
import org.harborline.triage.NewRotaContact;
import org.harborline.triage.Worklists;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/// Calls about corrections that take back what may send somebody to a door.
@Import(NightCallTests.Post.class)
class NightCallTests extends ReferralPageCase {

    private static final Actor ALL =
            new Actor("all-1", ActorKind.STAFF, EnumSet.allOf(Permission.class), null, Purpose.OPERATION);
    private static final Actor ON_DUTY =
            new Actor("duty-1", ActorKind.STAFF, EnumSet.copyOf(Role.DUTY_OFFICER.permissions()), null, null);

    /// Takes the mails of this test.
    @TestConfiguration(proxyBeanMethods = false)
    static class Post {

        @Bean
        @Primary
        SentMails sentMails() {
            return new SentMails();
        }
    }

    @Autowired
    private SentMails mails;

    @Autowired
    private NightCalls calls;

    @Autowired
    private CallAgency callAgency;

    @Autowired
    private Worklists worklists;

    @Autowired
    private Settings settings;

    @Autowired
    private Mail mail;

    private String night;
    private String duty;

    @BeforeEach
    void people() {
        assertThat(mail).isSameAs(mails);
        night = "night-" + UUID.randomUUID() + "@agency.example";
        duty = "duty-" + UUID.randomUUID() + "@clearing.example";
        contact(ContactKind.ROUND_THE_CLOCK, 1, night);
        worklists.addToRota(ALL, new NewRotaContact(1, null, null, "Duty", duty, null, "en"));
    }

    @AfterEach
    void nobody() {
        mails.refuse(false);
        worklists.rota(ALL).forEach(one -> worklists.removeFromRota(ALL, one.id()));
        noContacts();
    }

    private void contact(ContactKind kind, int rank, String address) {
        organisations.putContact(
                ALL,
                new PutContact(
                        oregon.ref(),
                        kind,
                        rank,
                        new ContactPoint.Details("Night desk", address, null, null),
                        LocalDate.EPOCH));
    }

    private void noContacts() {
        organisations.contacts(ALL, List.of(oregon.ref())).getOrDefault(oregon.ref(), List.of()).stream()
                .filter(one -> one.kind() == ContactKind.ROUND_THE_CLOCK || one.kind() == ContactKind.ROTA)
                .forEach(one -> organisations.removeContact(ALL, oregon.ref(), one.id()));
    }

    @Test
    void callsTheAgencyUntilSomebodyThereOpensTheCorrection() {
        contact(ContactKind.ROTA, 2, "second-" + night);
        Delivery correction = corrected();

        Eventually.holds(() -> assertThat(letters(correction)).hasSize(1));
        var letter = letters(correction).getFirst();
        assertThat(letter.subject()).isEqualTo("Harborline: open correction " + correction.reference() + " now");
        assertThat(letter.text())
                .contains("call number 1", settings.publicUrl() + "/agency/packages/" + correction.id())
                .doesNotContain("person", "@");
        quiet();
        assertThat(call(correction).rounds()).singleElement().satisfies(round -> {
            assertThat(round.onDuty()).isZero();
            assertThat(round.called()).singleElement().satisfies(one -> {
                assertThat(one.kind()).isEqualTo(ContactKind.ROUND_THE_CLOCK);
                assertThat(one.sentAt()).isNotNull();
            });
        });
        assertThat(waits(correction.id())).isTrue();

        assertThat(callAgency.round(correction.id())).isPresent();
        quiet();
        assertThat(letters(correction)).hasSize(2);
        assertThat(mails.to("second-" + night)).hasSize(1);
        assertThat(calledOnDuty(correction)).isEmpty();
        assertThat(callAgency.round(correction.id())).isPresent();
        assertThat(callAgency.round(correction.id())).isPresent();
        Eventually.holds(() -> assertThat(calledOnDuty(correction)).hasSize(1));

        quiet();
        referrals.read(officer(oregon), correction.id());

        assertThat(call(correction).open()).isFalse();
        assertThat(callAgency.round(correction.id())).isEmpty();
        quiet();
        assertThat(letters(correction)).hasSize(4);
        assertThat(bodies(correction.report(), "referral.agency-called"))
                .hasSize(4)
                .allSatisfy(body -> assertThat(body).doesNotContain("@"));
    }

    @Test
    void callsPeopleOnDutyWhereTheAgencyHasNobody() {
        noContacts();
        Delivery correction = corrected();

        Eventually.holds(() -> assertThat(calledOnDuty(correction))
                .singleElement()
                .asString()
                .contains("Telephone the agency", settings.publicUrl() + "/reports/" + correction.report()));
        quiet();
        assertThat(call(correction).rounds().getFirst().called()).isEmpty();
        assertThat(call(correction).rounds().getFirst().onDuty()).isEqualTo(1);

        assertThat(page("/reports/" + correction.report() + "/panels/referrals", ON_DUTY, "en"))
                .contains(
                        "The agency is being called", "I have told the agency", "nobody of the agency could be mailed");
        assertThat(mvc.perform(as(post("/referrals/" + correction.id() + "/told"), officer(oregon))
                        .with(csrf())))
                .hasStatus(404);
        assertThat(mvc.perform(as(post("/referrals/" + correction.id() + "/told"), ON_DUTY)
                        .with(csrf())))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/reports/" + correction.report());

        assertThat(callAgency.round(correction.id())).isEmpty();
        settle();
        assertThat(types(correction.report())).contains("referral.agency-told");
        assertThat(page("/referrals/" + correction.id(), ANALYST, "es"))
                .contains("Una persona del centro avisó a la agencia.")
                .doesNotContain("He avisado");
        refused(ReferralProblem.WRONG_STATE, () -> calls.told(ON_DUTY, correction.id()));
    }

    @Test
    void callsPeopleOnDutyWhereNoMailLeavesAndWhereTheCorrectionIsHeld() {
        mails.refuse(true);
        Delivery correction = corrected();
        Eventually.holds(() -> assertThat(call(correction).rounds()).hasSize(1));
        assertThat(callAgency.round(correction.id())).isPresent();
        assertThat(call(correction).rounds())
                .extracting(NightCall.Round::onDuty)
                .containsExactly(0, 1);
        mails.refuse(false);

        closeOregon(true);
        try {
            Delivery held = corrected(false);
            assertThat(held.state()).isEqualTo(DeliveryState.HELD);
            quiet();
            assertThat(call(held).rounds()).singleElement().satisfies(round -> {
                assertThat(round.called()).isEmpty();
                assertThat(round.onDuty()).isEqualTo(1);
            });
        } finally {
            closeOregon(false);
        }
    }

    @Test
    void losesNoCallAndDoublesNoneWhenARoundBreaksOff() {
        Delivery correction = corrected();
        quiet();
        assertThat(call(correction).rounds()).hasSize(1);

        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.run(() -> {
                    assertThat(callAgency.round(correction.id())).isPresent();
                    throw new IllegalStateException("the server stops here");
                }));
        quiet();
        assertThat(call(correction).rounds()).hasSize(1);
        assertThat(letters(correction)).hasSize(1);

        due(correction.id());
        Eventually.holds(() -> assertThat(letters(correction)).hasSize(2));
        assertThat(call(correction).rounds()).hasSize(2);
        quiet();
        assertThat(waits(correction.id())).isTrue();
    }

    @Test
    void showsTheAgencyWhoWasCalled() {
        Delivery correction = corrected();
        quiet();

        assertThat(page("/agency/packages/" + correction.id(), officer(oregon), "en"))
                .contains("Called until the agency has it before it", "contact at any hour 1", "mail sent")
                .doesNotContain("I have told the agency");
        refused(PlatformProblem.NOT_FOUND, () -> calls.of(officer(sanDiego), correction.id()));
    }

    @Test
    void callsAboutPlacesAndIdentifiersThatWereFoundWronglyAndAboutNothingElse() {
        assertThat(calledAboutFinding(FindingKind.LOCATION, WithdrawalReason.WRONG_VALUE))
                .isTrue();
        assertThat(calledAboutFinding(FindingKind.LOCATION, WithdrawalReason.DUPLICATE))
                .isFalse();
        assertThat(calledAboutFinding(FindingKind.FACT, WithdrawalReason.WRONG_VALUE))
                .isFalse();
    }

    @Test
    void doesNotCallAboutALinkThatStandsAgain() {
        String email = person();
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        quiet();
        ReportNumber later = actionable(Told.in("OR", email));
        quiet();
        Cut cut = links.cut(ANALYST, ReportPair.of(later, first), CutReason.SHARED);
        quiet();

        links.undoCut(ANALYST, cut.id());
        quiet();

        List<Delivery> corrections = corrections(later);
        assertThat(corrections).hasSize(2);
        assertThat(calls.ofReport(ANALYST, later))
                .containsOnlyKeys(corrections.getFirst().id());
    }

    private boolean calledAboutFinding(FindingKind kind, WithdrawalReason reason) {
        ReportNumber report = actionable(Told.in("OR", person()));
        UUID finding = links.record(ALL.with(Purpose.TRIAGE), finding(report, kind));
        settle();
        refer(report, oregon);
        quiet();
        links.withdraw(ALL, report, finding, reason);
        quiet();
        assertThat(corrections(report)).hasSize(1);
        return !calls.ofReport(ANALYST, report).isEmpty();
    }

    private static RecordFinding finding(ReportNumber report, FindingKind kind) {
        return new RecordFinding(
                report,
                kind,
                null,
                null,
                false,
                PartyRole.REPORTED_PERSON,
                "[synthetic finding 1]",
                "[synthetic source 1]",
                "[synthetic method 1]",
                InventedReports.FILED.atOffset(ZoneOffset.UTC),
                null,
                Confidence.HIGH);
    }

    private Delivery corrected() {
        return corrected(true);
    }

    /// The correction of a supplement whose link was cut.
    private Delivery corrected(boolean awaited) {
        String email = person();
        boolean closed = !awaited;
        if (closed) {
            closeOregon(false);
        }
        ReportNumber first = actionable(Told.in("OR", email));
        refer(first, oregon);
        quiet();
        ReportNumber later = actionable(Told.in("OR", email));
        quiet();
        if (closed) {
            closeOregon(true);
        }
        links.cut(ANALYST, ReportPair.of(later, first), CutReason.SHARED);
        Eventually.holds(() -> assertThat(corrections(later))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.state()).isEqualTo(awaited ? DeliveryState.AWAITING : DeliveryState.HELD)));
        Delivery correction = corrections(later).getFirst();
        Eventually.holds(() -> assertThat(call(correction).rounds()).hasSize(1));
        quiet();
        return correction;
    }

    private List<Delivery> corrections(ReportNumber report) {
        return referrals.ofReport(ANALYST, report).stream()
                .filter(one -> one.kind() == PackageKind.CORRECTION)
                .toList();
    }

    private List<String> calledOnDuty(Delivery correction) {
        return mails.to(duty).stream()
                .map(SentMails.Letter::text)
                .filter(text -> text.contains("report " + correction.report() + " "))
                .toList();
    }

    /// Those of an earlier test may be tried again late.
    private List<SentMails.Letter> letters(Delivery correction) {
        return mails.to(night).stream()
                .filter(one -> one.subject().contains(correction.reference()))
                .toList();
    }

    private NightCall call(Delivery correction) {
        return calls.of(ANALYST, correction.id()).orElseThrow();
    }

    private boolean waits(DeliveryId id) {
        return sql.of("""
                SELECT EXISTS (
                       SELECT
                         FROM job.scheduled_tasks
                        WHERE task_name = 'referral.call-agency'
                          AND task_instance = :id
                          AND execution_time > now())
                """).param("id", id.toString()).query(Boolean.class).single();
    }

    /// As if the time to the next round were over.
    private void due(DeliveryId id) {
        assertThat(sql.of("""
                UPDATE job.scheduled_tasks
                   SET execution_time = now()
                 WHERE task_name = 'referral.call-agency'
                   AND task_instance = :id
                """).param("id", id.toString()).update()).isOne();
    }
}

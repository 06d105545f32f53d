// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.AccountStanding;
import org.harborline.intake.IncidentType;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReceivedReport.Party;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.StatedTime;
import org.harborline.platform.Code;
import org.harborline.referral.PackageDocument.Caution;
import org.harborline.referral.PackageDocument.Owner;
import org.harborline.triage.ChildSign;
import org.harborline.triage.SafeguardingOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PossibleChildTests {

    private static final Instant AT = Instant.parse("2026-03-02T10:14:00Z");
    private static final Party ADULT = new Party(PartyRole.REPORTED_PERSON, 0, 40, null, null, false);

    @ParameterizedTest
    @EnumSource
    void readsBackWhichCheckAPackagePrints(SafeguardingOutcome outcome) {
        var cautions = PossibleChild.cautions(report(Set.of(), ADULT), outcome);

        assertThat(PossibleChild.printed(cautions))
                .isEqualTo(outcome == SafeguardingOutcome.SIGNS_DO_NOT_HOLD ? null : outcome);
        assertThat(PossibleChild.printed(List.of(new Caution("REPORTED_PERSON", 0, null, List.of("age-in-doubt")))))
                .isNull();
    }

    @Test
    void saysItOfAnAssociatedAccountToo() {
        var report = report(
                Set.of(),
                ADULT,
                new Party(
                        PartyRole.ASSOCIATED_ACCOUNT,
                        1,
                        17,
                        LocalDate.of(2008, 3, 3),
                        true,
                        false,
                        null,
                        AccountStanding.UNSTATED,
                        "/report/personOrUserReported[1]/associatedAccount[2]"));

        assertThat(PossibleChild.cautions(report, null))
                .containsExactly(new Caution(
                        "ASSOCIATED_ACCOUNT",
                        1,
                        new Owner("REPORTED_PERSON", 0),
                        List.of("stated-age-under-18", "stated-birth-date-under-18", "compromised-account")));
        assertThat(ChildSign.in(report)).hasSize(3);
    }

    @Test
    void saysNothingOfVictimsAndOfWhoWasOfAgeOnTheDay() {
        var report = report(
                Set.of(),
                new Party(PartyRole.REPORTED_PERSON, 0, null, LocalDate.of(2008, 3, 2), null, false),
                new Party(PartyRole.VICTIM, 0, 9, null, null, false));

        assertThat(ChildSign.in(report)).isEmpty();
        assertThat(PossibleChild.cautions(report, SafeguardingOutcome.SIGNS_DO_NOT_HOLD))
                .isEmpty();
    }

    @Test
    void anAgeThatTheSenderDoubtsAsksForACheckBeforeReferral() {
        var doubted =
                new Party(PartyRole.REPORTED_PERSON, 0, 40, null, null, false, true, AccountStanding.UNSTATED, "");

        assertThat(PossibleChild.cautions(report(Set.of(), doubted), null))
                .containsExactly(new Caution("REPORTED_PERSON", 0, null, List.of("age-in-doubt")));
        assertThat(ChildSign.in(report(Set.of(), ADULT))).isEmpty();
    }

    @Test
    void putsWhatConcernsTheWholeReportWithTheReportedPerson() {
        var report = report(Set.of(Code.of("minorToMinorInteraction")), ADULT);

        assertThat(PossibleChild.cautions(report, SafeguardingOutcome.MAY_BE_VICTIM))
                .containsExactly(new Caution("REPORTED_PERSON", 0, null, List.of("minor-to-minor", "may-be-victim")));
    }

    private static ReceivedReport report(Set<Code> annotations, Party... parties) {
        return new ReceivedReport(
                new ReportNumber(1),
                new UUID(0, 7),
                null,
                IncidentType.ENTICEMENT,
                new StatedTime(AT, AT.toString(), null),
                annotations,
                false,
                false,
                List.of(parties),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}

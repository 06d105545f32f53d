// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.harborline.intake.AccountStanding;
import org.harborline.intake.IncidentType;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SenderWordTests {

    private final Invented report = new Invented(4711);

    private Filed read() {
        return SenderWord.read(report.filed(), report.received());
    }

    @ParameterizedTest
    @CsvSource({
        "sextortion, sextortion",
        "csamSolicitation, solicitation",
        "sadisticOnlineExploitation, sadistic_exploitation",
        "spam, spam"
    })
    void readsTheSendersTags(String tag, String mark) {
        report.annotations = Set.of(Code.of(tag));

        assertThat(read().marks()).containsExactly(mark);
        assertThat(read().childSigns()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"17, true", "18, false", "0, true", ", false"})
    void aReportedPersonUnderEighteenMayBeAChild(@Nullable Integer age, boolean sign) {
        report.parties = List.of(Invented.party(PartyRole.REPORTED_PERSON, age, null, null));

        assertThat(read().childSigns().contains(SenderWord.STATED_AGE)).isEqualTo(sign);
        assertThat(read().marks()).isEmpty();
    }

    @ParameterizedTest
    // the incident is on 2 March 2026
    @CsvSource({"2008-03-02, false", "2008-03-03, true", "2030-01-01, true"})
    void ageIsCountedOnTheDayOfTheIncident(LocalDate born, boolean sign) {
        report.parties = List.of(Invented.party(PartyRole.REPORTED_PERSON, null, born, null));

        assertThat(read().childSigns().contains(SenderWord.STATED_AGE)).isEqualTo(sign);
    }

    @Test
    void aChildNamedAsVictimIsAReasonAndNoSignAboutTheReportedPerson() {
        report.parties = List.of(
                Invented.party(PartyRole.REPORTED_PERSON, 40, null, null),
                Invented.party(PartyRole.VICTIM, 12, null, null));

        assertThat(read().marks()).containsExactly("child_stated");
        assertThat(read().childSigns()).isEmpty();
    }

    @Test
    void minorsAmongThemselvesSelfProductionAndACompromisedAccountAreSigns() {
        report.annotations = Set.of(Code.of("minorToMinorInteraction"));
        report.parties = List.of(Invented.party(PartyRole.REPORTED_PERSON, null, null, true));
        report.items = List.of(Invented.item("possibleSelfProduction"));

        assertThat(read().childSigns())
                .containsExactlyInAnyOrder(
                        SenderWord.BETWEEN_MINORS, SenderWord.SELF_PRODUCTION, SenderWord.COMPROMISED_ACCOUNT);
        assertThat(read().marks()).containsExactly("self_production");
    }

    @ParameterizedTest
    @CsvSource({"REPORTED_PERSON, true, true", "REPORTED_PERSON, false, false", "VICTIM, true, false"})
    void anAgeInDoubtIsASignAboutTheReportedPerson(PartyRole role, boolean stated, boolean sign) {
        report.parties =
                List.of(new ReceivedReport.Party(role, 0, 40, null, null, false, stated, AccountStanding.UNSTATED, ""));

        assertThat(read().childSigns().contains(SenderWord.AGE_IN_DOUBT)).isEqualTo(sign);
    }

    @Test
    void oneItemThatIsNotWidelySeenIsEnoughToLookCloser() {
        report.items = List.of(Invented.item("viral"), Invented.item("potentialMeme"));
        assertThat(read().marks()).containsExactly("widely_seen");

        report.items = List.of(Invented.item("viral"), Invented.item("generativeAi"));
        assertThat(read().marks()).isEmpty();

        report.items = List.of();
        assertThat(read().marks()).isEmpty();
    }

    @Test
    void readsWhatOrdersAReportInsideItsLevel() {
        report.parties = List.of(Invented.party(PartyRole.VICTIM, 12, null, null));
        assertThat(read().modifiers()).containsExactlyInAnyOrder(PlaceInLevel.FRESH, PlaceInLevel.YOUNG_CHILD);

        report.parties = List.of(Invented.party(PartyRole.VICTIM, 13, null, null));
        report.filedAt = Instant.parse("2026-03-09T10:14:01Z");
        assertThat(read().modifiers()).isEmpty();
    }

    @Test
    void anErasedReportKeepsWhatTheFactSays() {
        report.escalated = true;
        report.batched = true;

        var filed = SenderWord.read(report.filed(), null);

        assertThat(filed.marks()).containsExactlyInAnyOrder("escalated", "batched");
        assertThat(filed.escalated()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(IncidentType.class)
    void everyCategoryIsAnAnswerOfTheTable(IncidentType type) {
        report.type = type;

        assertThat(RuleInput.CATEGORY.answers()).contains(read().category());
    }
}

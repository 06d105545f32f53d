// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harborline.linking.internal.Stated.CHAT;
import static org.harborline.linking.internal.Stated.NOON;
import static org.harborline.linking.internal.Stated.a;
import static org.harborline.linking.internal.Stated.address;
import static org.harborline.linking.internal.Stated.email;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Confidence;
import org.harborline.linking.FindingKind;
import org.harborline.linking.LinkReason;
import org.harborline.linking.LinkState;
import org.harborline.linking.LinkingProblem;
import org.harborline.linking.RecordFinding;
import org.harborline.linking.WithdrawalReason;
import org.harborline.platform.PlatformProblem;
import org.junit.jupiter.api.Test;

class FindingWithdrawalTests extends LinkingCase {

    @Test
    void linksByAnAddressFoundWithPortAndTimeInAnyZone() {
        var known = reports.file(address("198.51.100.61").port(40021).at(NOON));
        var report = reports.file(email("found.ip@town.example"));
        links.record(ANALYST, addressFinding(report, 40021));
        settle();

        assertThat(linkedTo(report)).containsExactly(known);
        assertThat(links.findingsOf(ANALYST, List.of(report)).get(report))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.port()).isEqualTo(40021);
                    assertThat(one.offset()).isEqualTo(ZoneOffset.ofHours(2));
                    assertThat(one.observedAt()).isEqualTo(NOON);
                });
    }

    @Test
    void linksNothingByAnAddressFoundWithoutPort() {
        reports.file(address("198.51.100.62").port(40021).at(NOON));
        var report = reports.file(email("found.plain@town.example"));
        links.record(ANALYST, addressFinding(report, null));
        settle();

        assertThat(linksOf(report)).isEmpty();
    }

    private static RecordFinding addressFinding(ReportNumber report, Integer port) {
        return new RecordFinding(
                report,
                FindingKind.IDENTIFIER,
                IdentifierKind.IP_ADDRESS,
                null,
                false,
                PartyRole.REPORTED_PERSON,
                port == null ? "198.51.100.62" : "198.51.100.61",
                "answer of a provider",
                "read in the answer",
                NOON.atOffset(ZoneOffset.ofHours(2)),
                port,
                Confidence.HIGH);
    }

    @Test
    void withdrawsTheLinksThatRestOnAWithdrawnFinding() {
        var known = reports.file(email("back@town.example"));
        var report = reports.file(email("back.inside@town.example"));
        UUID finding = links.record(ANALYST, finding(report, "back@town.example"));
        settle();
        assertThat(linkedTo(report)).containsExactly(known);

        links.withdraw(ANALYST, report, finding, WithdrawalReason.OTHER_PERSON);
        settle();
        var later = reports.file(email("back@town.example"));
        settle();

        assertThat(linksOf(report)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(LinkState.WITHDRAWN);
            assertThat(one.reasons()).extracting(LinkReason::lost).containsExactly(LinkReason.Lost.FINDING);
        });
        assertThat(linkedTo(later)).containsExactly(known);
        assertThat(facts(report, known)).containsExactly("linking.reports-linked", "linking.link-withdrawn");
        assertThat(links.openFindings(ANALYST, List.of(report))).isEmpty();
        assertThat(links.findingsOf(ANALYST, List.of(report)).get(report))
                .singleElement()
                .satisfies(one -> assertThat(one.withdrawal().reason()).isEqualTo(WithdrawalReason.OTHER_PERSON));

        links.record(ANALYST, finding(report, "back@town.example"));
        settle();
        assertThat(linkedTo(report)).contains(known);
        assertThat(facts(report, known))
                .containsExactly("linking.reports-linked", "linking.link-withdrawn", "linking.reports-linked");
    }

    @Test
    void keepsALinkThatTheReportItselfHolds() {
        var known = reports.file(email("both.hold@town.example"));
        var report = reports.file(email("both.hold@town.example"));
        UUID finding = links.record(ANALYST, finding(report, "both.hold@town.example"));
        settle();

        links.withdraw(ANALYST, report, finding, WithdrawalReason.DUPLICATE);
        settle();

        assertThat(linkedTo(report)).containsExactly(known);
        assertThat(facts(report, known)).containsExactly("linking.reports-linked");
    }

    @Test
    void withdrawsALinkThatOnlyTheTimeOfAFindingMade() {
        Stated number = a(IdentifierKind.PHONE, "202 555 0178").with("+1");
        var report = reports.file(CHAT, NOON.minus(Duration.ofDays(400)), List.of(), number);
        var near = reports.file(CHAT, NOON.minus(Duration.ofDays(300)), List.of(), number);
        var late = reports.file(CHAT, NOON, List.of(), number);
        settle();
        assertThat(linkedTo(report)).containsExactly(near);
        UUID finding = links.record(ANALYST, numberFinding(report, NOON.minus(Duration.ofDays(100))));
        settle();
        assertThat(linkedTo(report)).containsExactly(late, near);

        links.withdraw(ANALYST, report, finding, WithdrawalReason.WRONG_VALUE);
        settle();

        assertThat(linkedTo(report)).containsExactly(near);
        assertThat(linkedTo(late)).containsExactly(near);
        assertThat(facts(late, report)).containsExactly("linking.reports-linked", "linking.link-withdrawn");
        assertThat(facts(near, report)).containsExactly("linking.reports-linked");
    }

    private static RecordFinding numberFinding(ReportNumber report, Instant observed) {
        return new RecordFinding(
                report,
                FindingKind.IDENTIFIER,
                IdentifierKind.PHONE,
                "+1",
                false,
                PartyRole.REPORTED_PERSON,
                "202 555 0178",
                "answer of a carrier",
                "read in the answer",
                observed.atOffset(ZoneOffset.UTC),
                null,
                Confidence.HIGH);
    }

    @Test
    void withdrawsOnceAndOnlyWhatIsThere() {
        var report = reports.file(email("once.held@town.example"));
        var other = reports.file(email("other.held@town.example"));
        UUID finding = links.record(ANALYST, finding(report, "once.found@town.example"));
        settle();

        assertProblem(
                PlatformProblem.NOT_FOUND,
                () -> links.withdraw(without(Set.of()), report, finding, WithdrawalReason.DUPLICATE));
        assertProblem(
                PlatformProblem.NOT_FOUND, () -> links.withdraw(ANALYST, other, finding, WithdrawalReason.DUPLICATE));
        links.withdraw(ANALYST, report, finding, WithdrawalReason.DUPLICATE);
        assertProblem(
                LinkingProblem.FINDING_ALREADY_WITHDRAWN,
                () -> links.withdraw(ANALYST, report, finding, WithdrawalReason.DUPLICATE));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.harborline.linking.internal.Stated.CHAT;
import static org.harborline.linking.internal.Stated.NOON;
import static org.harborline.linking.internal.Stated.email;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.Confidence;
import org.harborline.linking.CutReason;
import org.harborline.linking.FindingKind;
import org.harborline.linking.LookUp;
import org.harborline.linking.RecordFinding;
import org.harborline.linking.ReportPair;
import org.harborline.linking.WithdrawalReason;
import org.harborline.platform.KeyUse.Kind;
import org.harborline.platform.StartRefused;
import org.harborline.platform.internal.keys.Rotating;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.test.context.TestPropertySource;

/// Blind keys that are made anew.
@TestPropertySource(properties = "harborline.test.context=reblinding")
class ReblindingTests extends LinkingCase {

    @Autowired
    ApplicationContext context;

    @Autowired
    Reblinding reblinding;

    private List<ReportNumber> hits(String address) {
        return links.lookUp(ANALYST, new LookUp(IdentifierKind.EMAIL, address, null, null, null, null)).hits().stream()
                .map(hit -> hit.report())
                .toList();
    }

    /// Everything about links but the keys.
    private List<Map<String, Object>> stored() {
        return database.sql("""
                SELECT newer, older, rule, kind, tier, cross_role, seconds_apart, made_at, withdrawn_at,
                       withdrawn_cause, newer_blind IS NULL AS asserted
                  FROM linking.reason
                 ORDER BY newer, older, rule, cross_role
                """).query().listOfRows();
    }

    private long count(String statement) {
        return database.sql(statement).query(Long.class).single();
    }

    private void withoutFollowers(Runnable work) {
        List<SmartLifecycle> followers = context.getBeansOfType(SmartLifecycle.class).values().stream()
                .filter(bean -> bean.getClass().getSimpleName().equals("Followers"))
                .toList();
        assertThat(followers).hasSize(1);
        followers.forEach(SmartLifecycle::stop);
        try {
            work.run();
        } finally {
            followers.forEach(SmartLifecycle::start);
        }
    }

    private void renewAll() {
        withoutFollowers(() -> Rotating.renew(context, Kind.BLINDING, _ -> {}));
    }

    @Test
    void keepsLinksHubsAndCutsAndFindsUnderOldAndNewKeys() {
        int hubs = hubsUnderSeveralKeys();
        var one = reports.file(email("kept@town.example"));
        var two = reports.file(email("kept@town.example"));
        var apart = reports.file(email("kept@town.example"));
        for (int i = 0; i < 6; i++) {
            reports.file(email("many@town.example"));
        }
        var victim = reports.file(email("both@town.example").of(PartyRole.VICTIM));
        var reported = reports.file(email("both@town.example"));
        settle();
        links.record(ANALYST, finding(one, "found@town.example"));
        links.cut(ANALYST, ReportPair.of(one, apart), CutReason.SHARED);
        settle();
        Rotating.promoteNew(context, Kind.BLINDING);

        var late = reports.file(email("kept@town.example"), email("found@town.example"));
        var crowd = reports.file(email("many@town.example"));
        settle();
        assertThat(hits("kept@town.example")).containsExactly(late, apart, two, one);
        assertThat(linkedTo(late)).containsExactly(apart, two, one);
        assertThat(linksOf(crowd))
                .as("a hub under the old key is one under the new")
                .isEmpty();

        var before = stored();
        renewAll();
        settle();

        assertThat(reblinding.remaining()).isZero();
        assertThat(stored()).isEqualTo(before);
        assertThat(links.hubs(ANALYST, null, 100))
                .as("one more, under the newest key")
                .hasSize(hubs + 1);
        assertThat(hits("kept@town.example")).containsExactly(late, apart, two, one);
        assertThat(hits("found@town.example")).contains(late, one);
        assertThat(hits("both@town.example")).containsExactly(reported, victim);
        assertThat(linkedTo(one)).containsExactly(late, two);
        assertThat(linkedTo(reports.file(email("many@town.example")))).isEmpty();
        showsWhatWasCompared(late, one);
        restsOnKeysThatExist();
    }

    /// A hub is kept under every live version, so there is more than one to begin with.
    private int hubsUnderSeveralKeys() {
        Rotating.promoteNew(context, Kind.BLINDING);
        renewAll();
        return links.hubs(ANALYST, null, 100).size();
    }

    private void showsWhatWasCompared(ReportNumber newer, ReportNumber older) {
        assertThat(links.reveal(ANALYST, ReportPair.of(newer, older)).comparisons())
                .extracting(comparison ->
                        comparison.newer().value() + "=" + comparison.older().value())
                .containsExactlyInAnyOrder(
                        "kept@town.example=kept@town.example", "found@town.example=found@town.example");
    }

    private void restsOnKeysThatExist() {
        assertThat(count("""
                SELECT count(*) FROM linking.reason
                 WHERE newer_blind IS NOT NULL
                   AND (NOT EXISTS (SELECT FROM linking.sighting WHERE report_number = newer AND blind = newer_blind)
                        OR NOT EXISTS (SELECT FROM linking.sighting WHERE report_number = older AND blind = older_blind))
                """)).isZero();
        assertThat(count("SELECT count(*) FROM linking.hub AS h WHERE NOT EXISTS (SELECT FROM linking.sighting AS s"
                        + " WHERE s.blind = h.blind)"))
                .isZero();
    }

    @Test
    void renewsAddressesOfAnIncidentAsTheirHoldersAndFindingsBesideWhatIsStated() {
        var victims = reports.file(
                email("incident@town.example")
                        .of(PartyRole.INCIDENT)
                        .path("/report/internetDetails[1]/emailIncident/emailAddress[1]"),
                email("incident@town.example").of(PartyRole.VICTIM).path("/report/victim[1]"));
        var twice = reports.file(email("twice@town.example"));
        var other = reports.file(email("twice@town.example"));
        settle();
        Rotating.promoteNew(context, Kind.BLINDING);
        var finding = links.record(ANALYST, finding(twice, "twice@town.example"));
        settle();
        renewAll();

        assertThat(reblinding.remaining()).isZero();
        assertThat(hits("incident@town.example")).containsExactly(victims);
        links.withdraw(ANALYST, twice, finding, WithdrawalReason.DUPLICATE);
        settle();
        assertThat(hits("twice@town.example")).containsExactly(other, twice);
        assertThat(linkedTo(twice)).containsExactly(other);
    }

    @Test
    void makesOneReasonOfTwoThatRestOnTheSameIdentifierUnderTwoKeys() {
        var newerFound = List.of(reports.file(device("490154203237518")), reports.file(device("490154203237518")));
        var olderFound = List.of(reports.file(device("356938035643809")), reports.file(device("356938035643809")));
        settle();
        Rotating.promoteNew(context, Kind.BLINDING);
        var later = links.record(ANALYST, found(newerFound.getLast(), "490154203237518"));
        links.record(ANALYST, found(olderFound.getFirst(), "356938035643809"));
        settle();
        assertThat(reasons(newerFound)).isEqualTo(2);
        assertThat(reasons(olderFound)).isEqualTo(2);
        links.withdraw(ANALYST, newerFound.getLast(), later, WithdrawalReason.DUPLICATE);
        settle();
        renewAll();

        assertThat(reblinding.remaining()).isZero();
        assertThat(reasons(newerFound)).isEqualTo(1);
        assertThat(reasons(olderFound)).isEqualTo(1);
        assertThat(linkedTo(newerFound.getFirst()))
                .as("the reason in force stays, not the withdrawn one")
                .containsExactly(newerFound.getLast());
        assertThat(linkedTo(olderFound.getFirst())).containsExactly(olderFound.getLast());
        restsOnKeysThatExist();
    }

    /// Under other rules the same identifier may link nothing: both stand until they are made anew.
    @Test
    void keepsAKeyThatLinksBesideOneThatDoesNot() {
        var one = reports.file(device("352099001761481"));
        var other = reports.file(device("352099001761481"));
        settle();
        Rotating.promoteNew(context, Kind.BLINDING);
        var third = reports.file(device("352099001761481"));
        settle();
        assertThat(database.sql("""
                INSERT INTO linking.sighting
                       (blind, report_number, seen_at, provider_id, ordinal, identifier_index, kind, role, rule,
                        strength, rule_version, key_version)
                SELECT today.blind, old.report_number, old.seen_at, old.provider_id, old.ordinal, old.identifier_index,
                       old.kind, old.role, old.rule, 'CONTEXT', old.rule_version, today.key_version
                  FROM linking.sighting AS old
                  JOIN linking.sighting AS today ON today.rule = old.rule AND today.report_number = ?
                 WHERE old.report_number = ?
                """).params(third.value(), one.value()).update())
                .isOne();
        renewAll();

        assertThat(reblinding.remaining()).isZero();
        assertThat(database.sql("SELECT strength::text FROM linking.sighting WHERE report_number = ?")
                        .param(one.value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("STRONG", "CONTEXT");
        assertThat(linkedTo(one)).containsExactlyInAnyOrder(other, third);
    }

    private long reasons(List<ReportNumber> pair) {
        return database.sql("SELECT count(*) FROM linking.reason WHERE older = ? AND newer = ?")
                .param(pair.getFirst().value())
                .param(pair.getLast().value())
                .query(Long.class)
                .single();
    }

    private static Stated device(String number) {
        return Stated.a(IdentifierKind.DEVICE_ID, number).with("IMEI").at(NOON);
    }

    private static RecordFinding found(ReportNumber report, String number) {
        return new RecordFinding(
                report,
                FindingKind.IDENTIFIER,
                IdentifierKind.DEVICE_ID,
                "IMEI",
                false,
                PartyRole.REPORTED_PERSON,
                number,
                "carrier's answer",
                "asked",
                NOON.atOffset(ZoneOffset.UTC),
                null,
                Confidence.HIGH);
    }

    @Test
    void renewsAKeyOfAPlatformThatWasRegisteredSince() {
        UUID sender = UUID.randomUUID();
        database.sql(
                        "INSERT INTO registry.provider (provider_id, code, name, sample) VALUES (?, 'late', 'Late', false)")
                .param(sender)
                .update();
        var name = Stated.a(IdentifierKind.SCREEN_NAME, "harbour-77").with("Later One");
        var before = reports.file(sender, NOON, List.of(), name);
        settle();
        for (String service : List.of("Later One", "Later Two")) {
            database.sql("INSERT INTO registry.offering (provider_id, name, domain) VALUES (?, ?, ?)")
                    .param(sender)
                    .param(service)
                    .param(service.replace(' ', '-').toLowerCase(Locale.ROOT) + ".example")
                    .update();
        }
        Rotating.promoteNew(context, Kind.BLINDING);
        renewAll();

        assertThat(reblinding.remaining()).isZero();
        var after = reports.file(sender, NOON, List.of(), name);
        settle();
        assertThat(linkedTo(after)).containsExactly(before);
    }

    @Test
    void keepsAHubWhoseCrossingReportWasErased() {
        var many = new ArrayList<ReportNumber>();
        for (int i = 0; i < 7; i++) {
            many.add(reports.file(email("crowd@town.example")));
        }
        settle();
        database.sql("INSERT INTO linking.kept_hub SELECT * FROM linking.hub WHERE report_number = ANY(?)")
                .param(many.stream().map(ReportNumber::value).toArray(Long[]::new))
                .update();
        Rotating.promoteNew(context, Kind.BLINDING);
        renewAll();

        assertThat(count("SELECT count(*) FROM linking.kept_hub")).isPositive();
        assertThat(count("SELECT count(*) FROM linking.kept_hub AS h WHERE NOT EXISTS"
                        + " (SELECT FROM linking.sighting AS s WHERE s.blind = h.blind)"))
                .isZero();
    }

    @Test
    void renewsKeysByWhichPersonsAreFound() {
        var described = Described.person("Rotated Sample").born("1970-02-03").report();
        reports.hold(described);
        transactions.run(() -> journal.record(SYSTEM, reports.filed(described.number())));
        settle();
        List<String> before = blockingKeys(described.number());
        Rotating.promoteNew(context, Kind.BLINDING);
        assertThat(reblinding.remaining()).isPositive();
        renewAll();

        assertThat(reblinding.remaining()).isZero();
        assertThat(blockingKeys(described.number())).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
        assertThat(count("SELECT count(*) FROM linking.profile WHERE report_number = " + described.number()))
                .isOne();
    }

    private List<String> blockingKeys(ReportNumber report) {
        return database.sql("SELECT blind::text FROM linking.blocking_key WHERE report_number = ?")
                .param(report.value())
                .query(String.class)
                .list();
    }

    @Test
    void dropsTheKeysOfWhatWasErased() {
        var erased = reports.file(email("gone@town.example"));
        var stays = reports.file(email("stays@town.example"));
        settle();
        Rotating.promoteNew(context, Kind.BLINDING);
        reports.received.remove(erased);
        renewAll();

        assertThat(hits("gone@town.example")).isEmpty();
        assertThat(hits("stays@town.example")).containsExactly(stays);
        assertThat(count("SELECT count(*) FROM linking.sighting WHERE report_number = " + erased))
                .isZero();
    }

    @Test
    void goesOnWithTheRestAfterItWasStoppedBetweenBatches() {
        var filed = new ArrayList<ReportNumber>();
        for (int i = 0; i < 450; i++) {
            filed.add(reports.write(CHAT, NOON, List.of(), email("n" + i + "@town.example")));
        }
        transactions.run(() ->
                journal.recordAll(SYSTEM, filed.stream().map(reports::filed).toList()));
        settle();
        Rotating.promoteNew(context, Kind.BLINDING);
        withoutFollowers(() -> assertThatIllegalStateException()
                .isThrownBy(() -> reblinding.renew(_ -> {
                    throw new IllegalStateException("stopped");
                })));
        assertThat(reblinding.remaining()).isPositive();
        assertThat(hits("n0@town.example")).containsExactly(filed.getFirst());
        assertThat(hits("n449@town.example")).containsExactly(filed.getLast());

        renewAll();
        assertThat(reblinding.remaining()).isZero();
        assertThat(hits("n0@town.example")).containsExactly(filed.getFirst());
        assertThat(hits("n449@town.example")).containsExactly(filed.getLast());
    }

    @Test
    void refusesWhileTheFollowerRuns() {
        reports.file(email("busy@town.example"));
        settle();
        Rotating.promoteNew(context, Kind.BLINDING);
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> reblinding.renew(_ -> {}))
                .withMessageContaining("stop it first");
        renewAll();
    }
}

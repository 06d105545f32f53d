// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.StatedIdentifier;
import org.harborline.linking.internal.RankAttack.Cell;
import org.harborline.linking.internal.RankAttack.Guess;
import org.harborline.linking.internal.RankAttack.Known;
import org.harborline.synthetic.linking.LinkingReports;
import org.harborline.vault.BlindKey;
import org.harborline.vault.Vault;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// What a stolen table of keys tells somebody who knows how often values are used elsewhere.
@TestPropertySource(properties = "harborline.linking.fan-out-limit=200")
class RankAttackTests extends LinkingCase {

    private static final int CHAPTERS = 10;

    /// Of fewer values a single lucky guess would be more.
    private static final int ENOUGH_FOR_A_SHARE = 1_000;

    private static final double AT_MOST = 0.01;

    @Autowired
    private Normaliser normaliser;

    @Autowired
    private Vault vault;

    @Test
    void recognisesHardlyAValueByHowOftenItIsUsed() {
        var run = new QualityRun(this);
        LinkingReports.seeded(11).chapters().limit(CHAPTERS).forEach(run::take);
        settle();

        for (boolean bySender : List.of(false, true)) {
            RankAttack attack = attack(bySender);
            List<Guess> right = attack.guesses().stream().filter(this::isRight).toList();

            long values = attack.rules().stream().mapToLong(attack::values).sum();
            assertThat(values).isGreaterThan(10_000);
            assertThat(right).as(text(attack, right, bySender)).hasSizeLessThanOrEqualTo((int) (values * AT_MOST));
            Map<String, Long> byRule = right.stream()
                    .collect(Collectors.groupingBy(guess -> guess.cell().rule(), Collectors.counting()));
            assertThat(attack.rules().stream()
                            .filter(rule -> attack.values(rule) >= ENOUGH_FOR_A_SHARE)
                            .filter(rule -> byRule.getOrDefault(rule, 0L) > attack.values(rule) * AT_MOST))
                    .isEmpty();
        }
    }

    /// The attack works where frequencies differ: else it would prove nothing.
    @Test
    void recognisesValuesThatAllHaveAFrequencyOfTheirOwn() {
        var attack = new RankAttack();
        var cell = new Cell("group.platform-id", "REPORTED", "");
        for (int i = 1; i <= 30; i++) {
            for (int reports = 0; reports < i; reports++) {
                attack.sealed(cell, blind("group/reported", "g-" + i));
                attack.known(cell, new Known("group/reported", "g-" + i));
            }
        }

        assertThat(attack.guesses()).hasSize(30).allMatch(this::isRight);
    }

    private RankAttack attack(boolean bySender) {
        var attack = new RankAttack();
        database.sql("SELECT DISTINCT rule, role, provider_id, blind, report_number FROM linking.sighting")
                .query(row -> {
                    attack.sealed(
                            new Cell(
                                    row.getString("rule"),
                                    row.getString("role"),
                                    bySender ? String.valueOf(row.getString("provider_id")) : ""),
                            row.getObject("blind", UUID.class));
                });
        var elsewhere = new ReadReports();
        LinkingReports.seeded(12)
                .chapters()
                .limit(CHAPTERS)
                .flatMap(chapter -> chapter.reports().stream())
                .map(elsewhere::read)
                .forEach(report -> know(attack, report, bySender));
        return attack;
    }

    private void know(RankAttack attack, ReceivedReport report, boolean bySender) {
        var origin = new Origin(report.provider(), report.service());
        Set<Known> once = new HashSet<>();
        for (StatedIdentifier stated : Whose.identifiers(report, normaliser, origin)) {
            RoleSpace role = RoleSpace.of(stated);
            for (MatchKey key : normaliser.normalise(stated, origin).keys()) {
                var value = new Known(key.space() + "/" + role.code(), key.value());
                if (once.add(value)) {
                    attack.known(
                            new Cell(
                                    key.rule().id(),
                                    role.name(),
                                    bySender ? report.provider().toString() : ""),
                            value);
                }
            }
        }
    }

    private boolean isRight(Guess guess) {
        return vault.probes(guess.value().space(), guess.value().value()).stream()
                .map(BlindKey::value)
                .anyMatch(guess.key()::equals);
    }

    private UUID blind(String space, String value) {
        return vault.blind(space, value).value();
    }

    private static String text(RankAttack attack, List<Guess> right, boolean bySender) {
        String head = "Rank attack" + (bySender ? ", by sender" : "") + ": rule, values recognised of all, sightings";
        return Stream.concat(Stream.of(head), attack.rules().stream().map(rule -> {
                    List<Guess> of = right.stream()
                            .filter(guess -> guess.cell().rule().equals(rule))
                            .toList();
                    return String.format(
                            Locale.ROOT,
                            "%s: %d of %d, %d of %d",
                            rule,
                            of.size(),
                            attack.values(rule),
                            of.stream().mapToLong(Guess::reports).sum(),
                            attack.sightings(rule));
                }))
                .collect(Collectors.joining("\n"));
    }
}

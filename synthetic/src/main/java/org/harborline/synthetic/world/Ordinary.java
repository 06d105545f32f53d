// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.harborline.synthetic.reports.Annotation;

/// Reports on people who are reported once.
final class Ordinary {

    private final Stage stage;
    private final Setting setting;
    private final Random random;

    Ordinary(Stage stage, Setting setting) {
        this.stage = stage;
        this.setting = setting;
        this.random = stage.random();
    }

    void tell(long number) {
        var person = stage.meet();
        var draft = stage.open(number).about(person);
        setting.describe(draft);
        identifiers(draft, person);
        age(draft);
        if (setting.chance(20)) {
            draft.tell(p -> p.named(person.first(), person.last()));
        }
        if (setting.chance(10)) {
            var other = stage.meet();
            draft.say(r -> r.withRecipient(
                    p -> p.withUserId(other.accountAt(draft.sender())).withScreenName(other.screenName())));
        }
    }

    /// The first two adults among these get a description in common, each spelt in its own way, and no identifier:
    /// whether they are one person nobody can tell from that.
    void describeTwoAlike(List<Long> numbers) {
        var person = stage.meet();
        List<Draft> two = numbers.stream()
                .map(stage::draft)
                .filter(draft -> !draft.statedMinor())
                .limit(2)
                .toList();
        var born = LocalDate.of(1960, 1, 1).plusDays(Math.floorMod(person.number() * 7_919, 12_000L));
        for (int i = 0; i < two.size(); i++) {
            boolean first = i == 0;
            two.get(i)
                    .tell(p -> p.named(person.first(), first ? person.last() : person.last() + "e")
                            .bornOn(born))
                    .screenName(first ? person.screenName() : person.screenName() + "x", Meaning.IDENTIFIES);
        }
    }

    private void identifiers(Draft draft, Person person) {
        if (setting.chance(90)) {
            draft.account(person);
        }
        if (setting.chance(70)) {
            draft.screenName(person.screenName(), Meaning.IDENTIFIES);
        }
        if (setting.chance(30)) {
            draft.tell(p -> p.withDisplayName(person.first()));
        }
        email(draft, person);
        if (setting.chance(18)) {
            stage.phone().ifPresent(digits -> draft.phone(digits, Meaning.IDENTIFIES));
        }
        if (setting.chance(15)) {
            draft.device("IMEI", person.imei(), Meaning.IDENTIFIES);
        }
        if (setting.chance(25)) {
            draft.atHome(person.network(), Meaning.IDENTIFIES);
        }
    }

    private void email(Draft draft, Person person) {
        int percent = random.nextInt(100);
        if (percent < 33) {
            draft.mailbox(person, random.nextInt(6));
        } else if (percent < 45) {
            draft.email(person.mailbox("post.example"), Meaning.IDENTIFIES);
        } else if (percent < 51) {
            draft.email(person.mailbox("inbox.test"), Meaning.IDENTIFIES);
        } else if (percent < 55) {
            draft.email(person.mailbox("example.com"), Meaning.IDENTIFIES);
        }
    }

    private void age(Draft draft) {
        int percent = random.nextInt(100);
        if (percent < 4) {
            draft.aged(13 + random.nextInt(5));
            if (random.nextInt(4) == 0) {
                draft.say(r -> r.annotated(Annotation.BETWEEN_MINORS));
            }
        } else if (percent < 14) {
            draft.aged(18 + random.nextInt(50));
        } else if (percent < 18) {
            draft.tell(p ->
                    p.bornOn(draft.daysBefore(365 * (19 + random.nextInt(40))).toLocalDate()));
        }
    }
}

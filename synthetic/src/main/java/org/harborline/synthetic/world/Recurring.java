// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import java.util.List;
import org.harborline.synthetic.reports.Category;

/// Stories in which one person is reported more than once, so that the reports should be linked.
final class Recurring {

    private final Stage stage;
    private final Setting setting;

    Recurring(Stage stage, Setting setting) {
        this.stage = stage;
        this.setting = setting;
    }

    void tell() {
        escalatedAfterTwoReports();
        for (int i = 0; i < 8; i++) {
            sameMailbox(2 + stage.random().nextInt(3));
            sameAccount(2 + stage.random().nextInt(2));
        }
        for (int i = 0; i < 6; i++) {
            samePhone();
        }
        for (int i = 0; i < 3; i++) {
            sameDevice();
            referredTo();
        }
        for (int i = 0; i < 2; i++) {
            chain();
        }
    }

    /// The later, urgent report makes the two before it urgent as well.
    private void escalatedAfterTwoReports() {
        var person = stage.meet();
        var numbers = stage.numbers(3);
        for (int i = 0; i < 3; i++) {
            open(numbers.get(i), person).mailbox(person, i);
        }
        // A city, so that every sample has an urgent report that can be routed and referred.
        var place = Places.drawCity(stage.random());
        stage.draft(numbers.get(2)).of(Category.ENTICEMENT).escalate().tell(place::tell);
    }

    private void sameMailbox(int times) {
        var person = stage.meet();
        int spelling = stage.random().nextInt(6);
        for (long number : stage.numbers(times)) {
            open(number, person).mailbox(person, spelling++);
        }
    }

    private void samePhone() {
        var person = stage.meet();
        var phone = stage.phone();
        for (long number : stage.numbers(2)) {
            var draft = open(number, person);
            phone.ifPresentOrElse(digits -> draft.phone(digits, Meaning.IDENTIFIES), () -> draft.mailbox(person, 0));
        }
    }

    private void sameAccount(int times) {
        var person = stage.meet();
        var sender = stage.sender();
        for (long number : stage.numbers(times)) {
            var draft = stage.open(number, sender, stage.moment()).about(person).account(person);
            setting.describe(draft);
        }
    }

    private void sameDevice() {
        var person = stage.meet();
        for (long number : stage.numbers(2)) {
            open(number, person).device("IMEI", person.imei(), Meaning.IDENTIFIES);
        }
    }

    /// Nothing joins these two but the sender's word.
    private void referredTo() {
        var person = stage.meet();
        var numbers = stage.numbers(2);
        open(numbers.get(0), person);
        open(numbers.get(1), person).after(numbers.get(0));
    }

    /// The first and the third report have nothing in common but the second.
    private void chain() {
        var person = stage.meet();
        List<Long> numbers = stage.numbers(3);
        open(numbers.get(0), person).mailbox(person, 0);
        open(numbers.get(1), person).mailbox(person, 3).device("IMEI", person.imei(), Meaning.IDENTIFIES);
        open(numbers.get(2), person).device("IMEI", person.imei(), Meaning.IDENTIFIES);
    }

    private Draft open(long number, Person person) {
        var draft = stage.open(number).about(person);
        setting.describe(draft);
        return draft;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import java.time.Duration;
import java.util.HashSet;

/// Stories in which reports have something in common and must not be linked by it.
final class Misleading {

    // Longer than any number or name is known to rest before somebody else gets it.
    private static final Duration LONG_TIME = Duration.ofDays(400);

    private final Stage stage;
    private final Setting setting;

    Misleading(Stage stage, Setting setting) {
        this.stage = stage;
        this.setting = setting;
    }

    void tell() {
        officePhone(12);
        roleMailbox(8);
        for (int i = 0; i < 2; i++) {
            recycledPhone();
            recycledScreenName();
            sameVictim();
        }
        popularWord(4);
        placeholderDevice(6);
        household();
        viralPage(15);
        victimReportedElsewhere();
    }

    private void officePhone(int people) {
        stage.phone()
                .ifPresent(digits ->
                        stage.numbers(people).forEach(number -> stranger(number).phone(digits, Meaning.SHARED)));
    }

    private void roleMailbox(int people) {
        String address = "info@office-" + stage.chapter() + ".example";
        stage.numbers(people).forEach(number -> stranger(number).email(address, Meaning.SHARED));
    }

    private void recycledPhone() {
        stage.phone().ifPresent(digits -> {
            var sender = stage.sender();
            var now = stage.moment();
            var numbers = stage.numbers(2);
            strangerAt(stage.open(numbers.get(0), sender, now.minus(LONG_TIME))).phone(digits, Meaning.RECYCLED);
            strangerAt(stage.open(numbers.get(1), sender, now)).phone(digits, Meaning.RECYCLED);
        });
    }

    /// The platform gave the name away again; the account ids differ.
    private void recycledScreenName() {
        var sender = stage.sender();
        var now = stage.moment();
        var numbers = stage.numbers(2);
        String name = "again_" + numbers.get(0);
        var before = stage.meet();
        var after = stage.meet();
        setting.describe(stage.open(numbers.get(0), sender, now.minus(LONG_TIME))
                .about(before)
                .account(before)
                .screenName(name, Meaning.RECYCLED));
        setting.describe(stage.open(numbers.get(1), sender, now)
                .about(after)
                .account(after)
                .screenName(name, Meaning.RECYCLED));
    }

    private void sameVictim() {
        String address = "child." + stage.meet().mark() + "@post.example";
        stage.numbers(2).forEach(number -> stranger(number).victim(address));
    }

    /// One word, four people, four platforms.
    private void popularWord(int people) {
        String word = "night_owl_" + stage.chapter();
        var used = new HashSet<Sender>();
        for (long number : stage.numbers(people)) {
            var sender = stage.sender();
            while (!used.add(sender)) {
                sender = stage.sender();
            }
            strangerAt(stage.open(number, sender, stage.moment())).screenName(word, Meaning.COINCIDENCE);
        }
    }

    private void placeholderDevice(int people) {
        stage.numbers(people)
                .forEach(number -> stranger(number).device("IMEI", "000000000000000", Meaning.PLACEHOLDER));
    }

    private void household() {
        String network = stage.meet().network();
        stage.numbers(2).forEach(number -> stranger(number).atHome(network, Meaning.SHARED));
    }

    /// Many people put up the same page; it is reported one by one, without a batch.
    private void viralPage(int people) {
        String url = "https://pages.example/viral/" + stage.chapter();
        stage.numbers(people).forEach(number -> {
            var person = stage.meet();
            setting.describe(stage.open(number).about(person).account(person).page(url));
        });
    }

    /// An address is a victim's in one report and the reported person's in another: never a common reported person.
    private void victimReportedElsewhere() {
        String address = "both." + stage.meet().mark() + "@post.example";
        var numbers = stage.numbers(2);
        stranger(numbers.get(0)).victim(address);
        stranger(numbers.get(1)).email(address, Meaning.VICTIM);
    }

    private Draft stranger(long number) {
        return strangerAt(stage.open(number));
    }

    private Draft strangerAt(Draft draft) {
        draft.about(stage.meet());
        setting.describe(draft);
        return draft;
    }
}

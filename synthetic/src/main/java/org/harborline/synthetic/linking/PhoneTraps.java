// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Telephone lines that are not one person's, or not the same any more. All numbers are kept for fiction.
final class PhoneTraps {

    private static final List<String> SHARED = List.of("Work", "Business", "Fax");
    private static final List<String> PLACEHOLDERS =
            List.of("5555555555", "1234567890", "2222222222", "0000000000", "1231231234", "9999999999");
    private static final Duration LONG_AGO = Duration.ofDays(440);

    private final Scene scene;

    PhoneTraps(Scene scene) {
        this.scene = scene;
    }

    void tell() {
        ownership();
        switchboards();
        digits();
        nobodys();
    }

    private void ownership() {
        String again = scene.phone();
        scene.apart(
                LinkingTrap.PHONE_RECYCLED,
                told -> phone(again).accept(told.at(told.at().minus(LONG_AGO))),
                phone(again));
        String shared = scene.phone();
        String type = SHARED.get(scene.random().nextInt(SHARED.size()));
        scene.apart(LinkingTrap.PHONE_SHARED_LINE, told -> told.party(p -> p.withPhoneOfType(type, "+1", shared)));
        String parents = scene.phone();
        scene.apart(
                LinkingTrap.PHONE_FOR_RECOVERY,
                told -> told.party(p -> p.withPhoneOfType("Recovery", "+1", parents)),
                phone(parents));
    }

    private void switchboards() {
        String board = scene.phone();
        scene.apart(
                LinkingTrap.PHONE_EXTENSIONS_OF_ONE_SWITCHBOARD,
                told -> told.party(p -> p.withPhoneExtension("+1", board, "12")),
                told -> told.party(p -> p.withPhoneExtension("+1", board, "13")));
        String other = scene.phone();
        scene.apart(
                LinkingTrap.PHONE_SWITCHBOARD_ITSELF,
                told -> told.party(p -> p.withPhone(other + " ext. 7")),
                phone(other));
    }

    private void digits() {
        String bare = scene.phone();
        scene.apart(LinkingTrap.PHONE_WITHOUT_COUNTRY, told -> told.party(p -> p.withPhone(bare)));
        String one = scene.phone();
        String next = scene.phone();
        scene.apart(LinkingTrap.PHONE_ONE_DIGIT_OFF, phone(one), phone(next));
        String abroad = scene.phone();
        scene.apart(
                LinkingTrap.PHONE_IN_ANOTHER_COUNTRY,
                phone(abroad),
                told -> told.party(p -> p.withPhone("+44", abroad)));
    }

    private void nobodys() {
        String drama = String.format(Locale.ROOT, "7700 900%03d", scene.random().nextInt(1000));
        scene.apart(LinkingTrap.PHONE_OF_FICTION, told -> told.party(p -> p.withPhone("+44", drama)));
        String film = "20255512" + (10 + scene.random().nextInt(90));
        scene.apart(LinkingTrap.PHONE_FICTIONAL_555, phone(film));
        String filler = PLACEHOLDERS.get(scene.random().nextInt(PLACEHOLDERS.size()));
        scene.apart(LinkingTrap.PHONE_PLACEHOLDER, phone(filler));
        String desk = "8005550" + (100 + scene.random().nextInt(100));
        scene.apart(LinkingTrap.PHONE_OF_A_SERVICE, phone(desk));
        String brief = "40" + (100 + scene.random().nextInt(900));
        scene.apart(LinkingTrap.PHONE_SHORT_CODE, phone(brief));
    }

    private static Consumer<Told> phone(String digits) {
        return told -> told.party(p -> p.withPhone("+1", digits));
    }
}

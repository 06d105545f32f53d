// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.harborline.synthetic.reports.Event;
import org.harborline.synthetic.reports.WireTime;

/// Everybody else: most people reported once, some often, by several senders and with what each of them knew. One
/// person of each chapter is reported a dozen times.
final class Crowd {

    private static final int MANY = 12;
    private static final int PHONES = 12;
    private static final int COMMON = 5_000;
    private static final List<Integer> TIMES = List.of(1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 4, 6);

    private final Scene scene;
    private int phones;

    Crowd(Scene scene) {
        this.scene = scene;
    }

    void tell() {
        person(MANY);
        while (scene.left() > 0) {
            person(Math.min(scene.left(), TIMES.get(scene.random().nextInt(TIMES.size()))));
        }
    }

    private void person(int times) {
        long person = scene.person();
        var own = new Belongings(scene, scene.hasPhones() && phones++ < PHONES ? scene.phone() : "");
        List<Told> reports = scene.reports(times);
        for (Told told : reports) {
            String sender = scene.sender();
            told.about(person).from(sender).party(p -> p.withUserId(own.mark() + "-" + sender.hashCode()));
            mention(told, own);
        }
    }

    private void mention(Told told, Belongings own) {
        if (chance(60)) {
            told.party(p -> p.withEmail(own.mail()));
        }
        if (chance(35)) {
            told.party(p -> p.withScreenName("kim_" + own.mark()));
        }
        if (!own.phone().isEmpty() && chance(50)) {
            told.party(p -> p.withPhone("+1", own.phone()));
        }
        if (chance(15)) {
            told.party(p -> p.withDevice("IMEI", own.imei()));
        }
        if (chance(40)) {
            String time = WireTime.text(
                    scene.moment().atOffset(ZoneOffset.ofHours(scene.random().nextInt(9) - 4)));
            Consumer<Told> seen = scene.random().nextBoolean()
                    ? one -> one.party(p -> p.seenFrom(scene.carrier(), scene.port(), Event.UPLOAD, time))
                    : one -> one.party(p -> p.seenFrom(scene.carrier(), Event.LOGIN, time));
            seen.accept(told);
        }
        surroundings(told, own);
    }

    private void surroundings(Told told, Belongings own) {
        if (chance(10)) {
            told.party(p -> p.named("Kim", own.mark()));
        }
        if (chance(15)) {
            told.party(p -> p.inGroup("g-" + ranked()));
        }
        if (chance(5)) {
            told.party(p -> p.withProfile("https://site-" + ranked() + ".example/"));
        }
        if (chance(5)) {
            told.party(p -> p.withDevice("SSID", "net-" + ranked()));
        }
    }

    /// What many people have in common is as unevenly spread as words are: the first of these twice as often as the
    /// second, three times as often as the third.
    private int ranked() {
        return (int) Math.exp(scene.random().nextDouble() * Math.log(COMMON));
    }

    private boolean chance(int percent) {
        return scene.random().nextInt(100) < percent;
    }

    /// What one person uses.
    ///
    /// @param phone empty when there is none
    private record Belongings(Scene scene, String mark, String phone, String imei) {

        Belongings(Scene scene, String phone) {
            this(scene, scene.mark(), phone, imei(scene));
        }

        String mail() {
            return switch (scene.random().nextInt(3)) {
                case 0 -> "kim." + mark + "@mail.example";
                case 1 -> "kim" + mark + "+x@mail.example";
                default -> "Kim" + mark.toUpperCase(Locale.ROOT) + "@mail.example";
            };
        }

        private static String imei(Scene scene) {
            String digits = "001" + SamePerson.digits(scene, 11);
            return digits + Digits.luhn(digits);
        }
    }
}

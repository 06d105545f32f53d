// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Consumer;
import org.harborline.synthetic.reports.Event;
import org.harborline.synthetic.reports.WireTime;

/// What two people hold one after the other within the time in which it usually stays with one, and what both reports
/// say besides, of which not both can be true of one person.
final class ContradictionTraps {

    private static final LocalDate FIRST = LocalDate.of(1971, 3, 4);
    private static final int YEARS = 30 * 365;
    private static final int APART = 1_111;
    private static final int SECONDS = 600;

    private final Scene scene;

    ContradictionTraps(Scene scene) {
        this.scene = scene;
    }

    void tell() {
        String handle = "kim_" + scene.mark();
        born(LinkingTrap.HANDLE_OF_ANOTHER_BIRTH_DATE, told -> told.party(p -> p.withScreenName(handle)));
        String digits = String.format(
                Locale.ROOT, "001%011d", Math.floorMod(scene.random().nextLong(), 99_999_999_999L));
        String imei = digits + Digits.luhn(digits);
        born(LinkingTrap.DEVICE_OF_ANOTHER_BIRTH_DATE, told -> told.party(p -> p.withDevice("IMEI", imei)));
        farApart();
    }

    /// Neither is the first of January, which forms offer, nor do the two differ by a slip of the pen alone.
    private void born(LinkingTrap trap, Consumer<Told> common) {
        LocalDate one = notOfForms(FIRST.plusDays(scene.random().nextInt(YEARS)));
        LocalDate other = notOfForms(one.plusDays(APART));
        scene.apart(
                trap,
                common.andThen(told -> told.party(p -> p.bornOn(one))),
                common.andThen(told -> told.party(p -> p.bornOn(other))));
    }

    private static LocalDate notOfForms(LocalDate day) {
        return day.getDayOfYear() == 1 ? day.plusDays(1) : day;
    }

    private void farApart() {
        String handle = "kim_" + scene.mark();
        Instant moment = scene.moment();
        Instant later = moment.plusSeconds(scene.random().nextInt(SECONDS));
        scene.apart(
                LinkingTrap.HANDLE_USED_FAR_APART_AT_ONCE,
                told -> signedIn(
                        told, handle, "2001:db8:107::" + (1 + scene.random().nextInt(90)), moment),
                told -> signedIn(
                        told, handle, "2001:db8:108::" + (1 + scene.random().nextInt(90)), later));
    }

    private static void signedIn(Told told, String handle, String address, Instant moment) {
        told.party(p -> p.withScreenName(handle)
                .seenFrom(address, Event.LOGIN, WireTime.text(moment.atOffset(ZoneOffset.UTC))));
    }
}

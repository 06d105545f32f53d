// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.harborline.synthetic.reports.Event;
import org.harborline.synthetic.reports.WireTime;

/// Network addresses that lead to somebody else, or to nobody. Public ones are those kept for documentation; an
/// operator
/// is to list 198.51.100.200/29.
final class AddressTraps {

    private final Scene scene;

    AddressTraps(Scene scene) {
        this.scene = scene;
    }

    void tell() {
        int port = scene.port();
        Instant at = scene.moment();
        String tens = "203.0.113." + (1 + scene.random().nextInt(9));
        scene.apart(LinkingTrap.ADDRESS_ONE_DIGIT_MORE, seen(tens, port, at), seen(tens + "1", port, at));
        clocks();
        missing();
        shared();
        nobodys();
        neighbours();
    }

    /// One line at two moments: between them it was handed to somebody else.
    private void clocks() {
        Instant day = LocalDateTime.of(
                        2026, 3 + scene.random().nextInt(4), 8 + scene.random().nextInt(2), 9, 12, 7)
                .plusSeconds(scene.random().nextInt(30_000))
                .toInstant(ZoneOffset.UTC);
        LocalDateTime read = LocalDateTime.ofInstant(day, ZoneOffset.UTC);
        Instant swapped = read.withDayOfMonth(read.getMonthValue())
                .withMonth(read.getDayOfMonth())
                .toInstant(ZoneOffset.UTC);
        twice(LinkingTrap.ADDRESS_DAY_AND_MONTH_SWAPPED, day, swapped);
        Instant at = scene.moment();
        twice(
                LinkingTrap.ADDRESS_IN_ANOTHER_TIME_ZONE,
                at,
                at.plus(Duration.ofHours(1 + scene.random().nextInt(8))));
        at = scene.moment();
        twice(LinkingTrap.ADDRESS_TWELVE_HOURS_OFF, at, at.minus(Duration.ofHours(12)));
        at = scene.moment();
        twice(LinkingTrap.ADDRESS_DAYLIGHT_SAVING, at, at.plus(Duration.ofHours(1)));
        at = scene.moment();
        twice(
                LinkingTrap.ADDRESS_SECONDS_LATER,
                at,
                at.plusSeconds(6 + scene.random().nextInt(20)));
    }

    private void missing() {
        String ip = scene.carrier();
        int port = scene.port();
        Instant at = scene.moment();
        scene.apart(
                LinkingTrap.ADDRESS_TIME_ZONE_UNKNOWN,
                seen(ip, port, at),
                told -> told.party(p -> p.seenFrom(ip, port, Event.LOGIN, WireTime.withoutZone(at))));
        scene.apart(
                LinkingTrap.ADDRESS_WITHOUT_PORT,
                told -> told.party(p -> p.seenFrom(ip, Event.LOGIN, utc(at.plusSeconds(40)))));
        scene.apart(
                LinkingTrap.ADDRESS_WITH_ANOTHER_PORT,
                seen(ip, port, at.plusSeconds(80)),
                seen(ip, port + 1, at.plusSeconds(80)));
        int server = List.of(80, 443, 1, 993, 22).get(scene.random().nextInt(5));
        Instant served = scene.moment();
        scene.apart(LinkingTrap.ADDRESS_WITH_PORT_OF_THE_SERVER, seen(scene.carrier(), server, served));
        scene.apart(LinkingTrap.ADDRESS_WITHOUT_TIME, told -> told.party(p -> p.seenFrom(ip)));
        Instant midnight = LocalDateTime.ofInstant(scene.moment(), ZoneOffset.UTC)
                .toLocalDate()
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        scene.apart(LinkingTrap.ADDRESS_WITH_DATE_ONLY, seen(scene.carrier(), scene.port(), midnight));
    }

    private void shared() {
        Instant at = scene.moment();
        String proxy = "198.51.100." + (1 + scene.random().nextInt(50));
        scene.apart(
                LinkingTrap.ADDRESS_OF_A_PROXY,
                told -> told.party(p -> p.seenThroughProxy(proxy, scene.port(), Event.LOGIN, utc(at))));
        both(
                LinkingTrap.ADDRESS_OF_A_LISTED_NETWORK,
                "198.51.100." + (200 + scene.random().nextInt(8)));
        both(
                LinkingTrap.ADDRESS_SHARED_BY_CARRIER,
                "100." + (64 + scene.random().nextInt(64)) + ".7.9");
    }

    /// Whatever else is stated: they name nobody.
    private void nobodys() {
        both(
                LinkingTrap.ADDRESS_PRIVATE,
                List.of("10.0.0.7", "172.16.4.4", "192.168.1.20", "fd00::7")
                        .get(scene.random().nextInt(4)));
        both(LinkingTrap.ADDRESS_LOOPBACK, scene.random().nextBoolean() ? "127.0.0.1" : "::1");
        both(LinkingTrap.ADDRESS_LINK_LOCAL, scene.random().nextBoolean() ? "169.254.3.4" : "fe80::3");
        both(
                LinkingTrap.ADDRESS_OF_DOCUMENTATION,
                "3fff:7::" + (1 + scene.random().nextInt(90)));
        both(LinkingTrap.ADDRESS_UNSPECIFIED, scene.random().nextBoolean() ? "0.0.0.0" : "::");
        both(
                LinkingTrap.ADDRESS_OF_TRANSITION,
                scene.random().nextBoolean() ? "2002:cb00:7109::1" : "2001:0:cb00:7109::2");
    }

    private void neighbours() {
        int port = scene.port();
        Instant at = scene.moment();
        String home = "2001:db8:" + Long.toHexString(scene.chapter() & 0xffff) + ":7::";
        scene.apart(LinkingTrap.ADDRESS_OF_A_HOUSEHOLD, seen(home + "a1", port, at), seen(home + "b2", port, at));
    }

    private void twice(LinkingTrap trap, Instant one, Instant other) {
        String ip = scene.carrier();
        int port = scene.port();
        scene.apart(trap, seen(ip, port, one), seen(ip, port, other));
    }

    private void both(LinkingTrap trap, String ip) {
        scene.apart(trap, seen(ip, scene.port(), scene.moment()));
    }

    private static Consumer<Told> seen(String ip, int port, Instant at) {
        return told -> told.party(p -> p.seenFrom(ip, port, Event.LOGIN, utc(at)));
    }

    private static String utc(Instant at) {
        return WireTime.text(at.atOffset(ZoneOffset.UTC));
    }
}

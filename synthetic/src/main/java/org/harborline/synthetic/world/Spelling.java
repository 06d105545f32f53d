// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.harborline.synthetic.reports.PartyBuilder;
import org.harborline.synthetic.reports.WireTime;

/// The many ways in which senders write one and the same value.
final class Spelling {

    private static final List<ZoneOffset> OFFSETS = List.of(
            ZoneOffset.ofHours(-8),
            ZoneOffset.ofHours(-5),
            ZoneOffset.ofHours(1),
            ZoneOffset.ofHoursMinutes(5, 30),
            ZoneOffset.ofHours(8));

    private Spelling() {}

    /// Six ways to write ten digits; the ways without a country code state it beside the number.
    static void phone(PartyBuilder party, String digits, int form) {
        String area = digits.substring(0, 3);
        String exchange = digits.substring(3, 6);
        String line = digits.substring(6);
        switch (form) {
            case 0 -> party.withPhone("+1" + digits);
            case 1 -> party.withPhone("+1 " + area + " " + exchange + " " + line);
            case 2 -> party.withPhone("1-" + area + "-" + exchange + "-" + line);
            case 3 -> party.withPhone("+1", "(" + area + ") " + exchange + "-" + line);
            case 4 -> party.withPhone("+1", area + "." + exchange + "." + line);
            default -> party.withPhone("+1", digits);
        }
    }

    /// Most in UTC, many with another offset, some with fractions, six in a hundred without an offset (then UTC).
    static String time(Instant instant, Random random) {
        return random.nextInt(100) < 6 ? WireTime.withoutZone(instant) : zonedTime(instant, random);
    }

    /// As [#time], always with an offset: the time of the incident needs one.
    static String zonedTime(Instant instant, Random random) {
        int percent = 6 + random.nextInt(94);
        if (percent < 46) {
            return WireTime.text(instant.atOffset(OFFSETS.get(random.nextInt(OFFSETS.size()))));
        }
        var precise = percent < 60 ? instant.plus(random.nextInt(1_000), ChronoUnit.MILLIS) : instant;
        return WireTime.text(precise.atOffset(ZoneOffset.UTC));
    }

    /// Somewhere in a network of four groups, short, long or in capitals.
    static String address(String network, Random random) {
        String host = Integer.toHexString(1 + random.nextInt(0xfffe));
        return switch (random.nextInt(4)) {
            case 0 -> network + ":0:0:0:" + host;
            case 1 -> (network + "::" + host).toUpperCase(Locale.ROOT);
            default -> network + "::" + host;
        };
    }
}

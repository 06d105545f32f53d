// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Somebody invented, and what they would use. Everything follows from seed and number, and two people of one world
/// have nothing in common.
record Person(long seed, long number) {

    /// The reserved domain that works like the large free mail hosts: dots and `+tags` in the local part mean nothing.
    static final String FOLDING_DOMAIN = "mail.example";

    private static final List<String> FIRST = List.of(
            "Robin", "Alex", "Sam", "Kim", "Jamie", "Casey", "Morgan", "Riley", "Jordan", "Taylor", "Quinn", "Rowan",
            "Avery", "Sasha", "Noor", "Ariel", "Devon", "Ellis", "Jules", "Kai", "Lane", "Marlo", "Nico", "Phoenix");
    private static final List<String> LAST = List.of(
            "Hale", "Stone", "Rivers", "Field", "Lake", "Marsh", "Wood", "Hill", "Brook", "Moor", "Ford", "Dale",
            "Heath", "Glen", "Reed", "Birch", "Ash", "Thorn", "Vale", "Cliff", "Shore", "Frost", "Winter", "March");

    String first() {
        return FIRST.get(index(1, FIRST.size()));
    }

    String last() {
        return LAST.get(index(2, LAST.size()));
    }

    /// The part of every name that no other person has: the number, ended by letters that stand for the seed.
    String mark() {
        long tag = Math.floorMod(Bits.scatter(seed), 26L * 26 * 26);
        return "" + number + letter(tag) + letter(tag / 26) + letter(tag / 676);
    }

    /// A mail address without any of the freedoms of spelling.
    String mailbox(String domain) {
        return (first() + last() + mark()).toLowerCase(Locale.ROOT) + "@" + domain;
    }

    /// One of the spellings of [#mailbox] that [#FOLDING_DOMAIN] takes for the same.
    String mailboxSpelt(int spelling) {
        String plain = first() + "." + last() + "." + mark();
        String lower = plain.toLowerCase(Locale.ROOT);
        return switch (Math.floorMod(spelling, 6)) {
            case 0 -> lower + "@" + FOLDING_DOMAIN;
            case 1 -> mailbox(FOLDING_DOMAIN);
            case 2 -> plain + "@" + FOLDING_DOMAIN;
            case 3 -> lower + "+chat@" + FOLDING_DOMAIN;
            case 4 -> (plain + "@" + FOLDING_DOMAIN).toUpperCase(Locale.ROOT);
            default -> lower.replaceFirst("\\.", "") + "+a.b@Mail.Example";
        };
    }

    /// The account's id at a sender. Senders differ in what their ids look like; some look like a fingerprint of a file
    /// and are none.
    String accountAt(Sender sender) {
        int name = sender.name().hashCode();
        long high = Bits.scatter(seed + name, number);
        long low = Bits.scatter(high, number);
        return switch (Math.floorMod(name, 4)) {
            case 0 -> HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
            case 1 -> new UUID(high, low).toString();
            case 2 -> Long.toString(100_000_000_000_000L + Math.floorMod(high, 900_000_000_000_000L));
            default -> "u" + Long.toUnsignedString(high, 36);
        };
    }

    String screenName() {
        return first().toLowerCase(Locale.ROOT) + "_" + mark();
    }

    /// A device number in the range kept for test equipment, with its check digit.
    String imei() {
        // The factor and 1e11 have no common divisor, so no two people get one serial.
        long serial = Math.floorMod(number * 48_271L + Math.floorMod(seed, 1_000_003L), 100_000_000_000L);
        String digits = String.format(Locale.ROOT, "001%011d", serial);
        return digits + checkDigit(digits);
    }

    /// The first four groups of the home network, `2001:db8:a:b`.
    String network() {
        // An odd factor makes this one-to-one for the first four thousand million people.
        long bits = (number * 0x9e3779b1L + Bits.scatter(seed)) & 0xffff_ffffL;
        return "2001:db8:" + Long.toHexString(bits >>> 16) + ":" + Long.toHexString(bits & 0xffff);
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (10 - sum % 10) % 10;
    }

    private int index(int salt, int size) {
        return (int) Math.floorMod(Bits.scatter(seed + salt, number), (long) size);
    }

    private static char letter(long value) {
        return (char) ('a' + (int) (value % 26));
    }
}

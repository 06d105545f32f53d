// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.harborline.synthetic.reports.Event;
import org.harborline.synthetic.reports.WireTime;

/// Reports of one person that exactly one identifier shows, spelt as differently as its kind allows.
final class SamePerson {

    private final Scene scene;

    SamePerson(Scene scene) {
        this.scene = scene;
    }

    void tell() {
        mail();
        if (scene.hasPhones()) {
            phones();
        }
        names();
        devices();
        address();
        page();
        payments();
        priorReport();
    }

    private void mail() {
        String m = scene.mark();
        scene.tell(
                ExactKind.EMAIL_OF_KNOWN_PROVIDER,
                List.of(
                        email("kim." + m + "@mail.example"),
                        email("Kim" + m + "+chat@Mail.Example"),
                        email("k.i.m." + m.toUpperCase(Locale.ROOT) + "@mail.example")));
        String t = scene.mark();
        scene.tell(
                ExactKind.EMAIL_OF_KNOWN_PROVIDER,
                List.of(email("sam_" + t + "@post.example"), email("SAM_" + t + "+a.b@post.example")));
        String u = scene.mark();
        scene.tell(
                ExactKind.EMAIL,
                List.of(
                        email("Kim_" + u + "@town.example"),
                        email("kim_" + u.toUpperCase(Locale.ROOT) + "@TOWN.example"),
                        email(" kim_" + u + "@town.example ")));
        String v = scene.mark();
        scene.tell(
                ExactKind.EMAIL,
                List.of(
                        email(v + "@bücher.example"),
                        email(v + "@xn--bcher-kva.example"),
                        email(v + "@BÜCHER.example")));
    }

    private void phones() {
        String n = scene.phone();
        String spaced = n.substring(0, 3) + " " + n.substring(3, 6) + " " + n.substring(6);
        scene.tell(
                ExactKind.PHONE,
                List.of(
                        told -> told.party(p -> p.withPhone("+1" + n)),
                        told -> told.party(p -> p.withPhone("+1", spaced)),
                        told -> told.party(p -> p.withPhone("00 1 " + spaced)),
                        told -> told.party(p -> p.withPhone("+1", "1-" + spaced.replace(' ', '-'))),
                        told -> told.party(
                                p -> p.withPhoneOfType("Mobile", "+1", "(" + spaced.replaceFirst(" ", ") ")))));
        String board = scene.phone();
        scene.tell(
                ExactKind.PHONE_EXTENSION,
                List.of(
                        told -> told.party(p -> p.withPhoneExtension("+1", board, "214")),
                        told -> told.party(p -> p.withPhone("+1" + board + "x214")),
                        told -> told.party(p -> p.withPhone("+1", board + " ext. 214"))));
    }

    private void names() {
        String id = "Acc-" + scene.mark();
        scene.tell(
                ExactKind.ACCOUNT,
                List.of(
                        told -> told.party(p -> p.withUserId(id)),
                        told -> told.party(p -> p.withUserId(" " + id + " ")),
                        told -> told.party(p -> p.withUserId(id))));
        String name = "Kim_" + scene.mark();
        scene.tell(
                ExactKind.SCREEN_NAME,
                List.of(
                        told -> told.party(p -> p.withScreenName(name)),
                        told -> told.party(p -> p.withScreenName("@" + name.toLowerCase(Locale.ROOT))),
                        told -> told.party(p -> p.withScreenName(fullWidth(name))),
                        told -> told.at(told.at().minus(Duration.ofDays(200)))
                                .party(p -> p.withScreenName(name.substring(0, 4) + "\u200b" + name.substring(4)))));
    }

    private void devices() {
        String digits = "001" + digits(scene, 11);
        String imei = digits + Digits.luhn(digits);
        scene.tell(
                ExactKind.IMEI,
                List.of(
                        device("IMEI", imei),
                        device("imei", imei.substring(0, 2) + "-" + imei.substring(2, 8) + "-" + imei.substring(8)),
                        device("IMEI", imei.substring(0, 7) + " " + imei.substring(7))));
        String card = "8999" + digits(scene, 14);
        String iccid = card + Digits.luhn(card);
        scene.tell(
                ExactKind.ICCID, List.of(device("ICCID", iccid), device("ICCID", iccid.replaceAll("(.{4})", "$1 "))));
        String mac = "00005e" + HexFormat.of().toHexDigits(scene.random().nextLong(), 6);
        String colons = mac.replaceAll("(..)(?=.)", "$1:");
        scene.tell(
                ExactKind.HARDWARE_ADDRESS,
                List.of(
                        device("MAC", colons),
                        device("MAC", colons.toUpperCase(Locale.ROOT).replace(':', '-')),
                        device("mac address", mac)));
        String id = new UUID(scene.random().nextLong(), scene.random().nextLong()).toString();
        String serial = HexFormat.of().toHexDigits(scene.random().nextLong());
        scene.tell(ExactKind.DEVICE, List.of(device("IDFA", id), device("idfa", id.toUpperCase(Locale.ROOT))));
        scene.tell(ExactKind.DEVICE, List.of(device("Android ID", serial), device("android id", serial)));
    }

    private void address() {
        Instant at = scene.moment();
        int port = scene.port();
        String ip = scene.carrier();
        scene.tell(
                ExactKind.ADDRESS,
                List.of(
                        seen(ip, port, at, ZoneOffset.UTC),
                        seen("::ffff:" + ip, port, at.plusSeconds(3), ZoneOffset.ofHours(-5)),
                        seen(ip, port, at.plusSeconds(1), ZoneOffset.ofHoursMinutes(5, 30))));
        String six = "2001:db8:" + Long.toHexString(1 + (scene.chapter() & 0xfff)) + ":9:";
        scene.tell(
                ExactKind.ADDRESS,
                List.of(
                        seen(six + ":a1", port, at, ZoneOffset.UTC),
                        seen((six + "0:0:0:00a1").toUpperCase(Locale.ROOT), port, at, ZoneOffset.ofHours(2))));
    }

    private void page() {
        String m = scene.mark();
        scene.tell(
                ExactKind.PROFILE,
                List.of(
                        profile("https://social.example/people/Kim-" + m),
                        profile("http://Social.Example:80/people/Kim-" + m + "?utm_source=app#top"),
                        profile("https://social.example/people/x/../Kim%2D" + m)));
        String both = "https://social.example/u/" + scene.mark();
        scene.tell(
                ExactKind.PROFILE,
                List.of(
                        profile(both),
                        // told as the page of the incident and as the person's
                        told -> told.say(r -> r.onWebPage(both)).party(p -> p.withProfile(both))));
    }

    private void payments() {
        String iban = Digits.iban("DE", Digits.NO_BANK + digits(scene, 10));
        scene.tell(
                ExactKind.BANK_ACCOUNT,
                List.of(
                        told -> told.foundWithoutScheme(iban),
                        told -> told.found(
                                iban.toLowerCase(Locale.ROOT)
                                        .replaceAll("(.{4})", "$1 ")
                                        .strip(),
                                "Bank")));
        String coin = HexFormat.of().toHexDigits(scene.random().nextLong())
                + HexFormat.of().toHexDigits(scene.random().nextLong())
                + HexFormat.of().toHexDigits(scene.random().nextLong(), 8);
        scene.tell(
                ExactKind.COIN_ADDRESS,
                List.of(
                        told -> told.foundWithoutScheme("0x" + coin),
                        told -> told.found("0x" + coin.toUpperCase(Locale.ROOT), "Example Coin")));
        String name = "Kim" + scene.mark();
        scene.tell(
                ExactKind.PAYMENT_NAME,
                List.of(
                        told -> told.found(name, "Example Pay"),
                        told -> told.found("@" + name.toUpperCase(Locale.ROOT), "examplepay")));
        String tag = "$Kim" + scene.mark();
        scene.tell(
                ExactKind.PAYMENT_NAME,
                List.of(
                        told -> told.foundWithoutScheme(tag),
                        told -> told.found(tag.toLowerCase(Locale.ROOT), "Example Cash")));
    }

    private void priorReport() {
        List<Told> three = scene.reports(3);
        scene.together(ExactKind.PRIOR_REPORT, three);
        three.get(2)
                .party(p -> p.withPriorReport(three.get(0).number())
                        .withPriorReport(three.get(1).number()));
        three.get(1).party(p -> p.withPriorReport(three.get(0).number()));
    }

    /// Random digits, the first of them not zero.
    static String digits(Scene scene, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('0'
                    + (i == 0 ? 1 + scene.random().nextInt(9) : scene.random().nextInt(10))));
        }
        return text.toString();
    }

    private static String fullWidth(String text) {
        var wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c - 0x20 + 0xff00)));
        return wide.toString();
    }

    private static Consumer<Told> email(String address) {
        return told -> told.party(p -> p.withEmail(address));
    }

    private static Consumer<Told> device(String type, String value) {
        return told -> told.party(p -> p.withDevice(type, value));
    }

    private static Consumer<Told> profile(String url) {
        return told -> told.party(p -> p.withProfile(url));
    }

    private static Consumer<Told> seen(String ip, int port, Instant at, ZoneOffset offset) {
        return told -> told.party(p -> p.seenFrom(ip, port, Event.LOGIN, WireTime.text(at.atOffset(offset))));
    }
}

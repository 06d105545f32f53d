// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

/// Device ids that are nobody's, not a device's, or not the same person's any more.
final class DeviceTraps {

    private static final Duration YEARS_AGO = Duration.ofDays(1_200);

    private final Scene scene;

    DeviceTraps(Scene scene) {
        this.scene = scene;
    }

    void tell() {
        nobodys();
        notDevices();
        others();
    }

    private void nobodys() {
        int zeros = scene.random().nextInt(3);
        scene.apart(
                LinkingTrap.DEVICE_OF_ZEROS,
                device(
                        List.of("IMEI", "MAC", "IDFA").get(zeros),
                        List.of("000000000000000", "00:00:00:00:00:00", "00000000-0000-0000-0000-000000000000")
                                .get(zeros)));
        scene.apart(
                LinkingTrap.DEVICE_RANDOMISED,
                device("MAC", "02:1a:" + hex(2) + ":" + hex(2) + ":" + hex(2) + ":" + hex(2)));
        int emulated = scene.random().nextInt(3);
        scene.apart(
                LinkingTrap.DEVICE_EMULATED,
                device(
                        emulated == 0 ? "Android ID" : "IMEI",
                        List.of("9774d56d682e549c", "358240051111110", "004999010640000")
                                .get(emulated)));
        scene.apart(
                LinkingTrap.DEVICE_PLACEHOLDER,
                scene.random().nextBoolean() ? device("MAC", "00:11:22:33:44:55") : device("IMEI", "123456789012345"));
    }

    private void notDevices() {
        scene.apart(LinkingTrap.DEVICE_NETWORK_NAME, device("SSID", "home-" + scene.mark()));
        scene.apart(
                LinkingTrap.DEVICE_IS_A_PROGRAM,
                device(
                        "OTHER",
                        List.of("Mozilla/5.0 (X11)", "okhttp/4.12.0", "Dalvik/2.1.0", "ChatApp/7.31")
                                .get(scene.random().nextInt(4))));
        scene.apart(
                LinkingTrap.DEVICE_IS_A_MODEL,
                device(
                        "OTHER",
                        List.of("iPhone14,2", "SM-G991B", "Pixel-7-Pro", "MacBookPro18,3", "Redmi-Note-12", "Windows11")
                                .get(scene.random().nextInt(6))));
    }

    private void others() {
        String digits = imeiDigits();
        int wrong = (Digits.luhn(digits) + 3) % 10;
        scene.apart(LinkingTrap.DEVICE_CHECK_DIGIT_WRONG, device("IMEI", digits + wrong));
        String one = imeiDigits();
        String next = one.substring(0, 13) + (one.charAt(13) == '9' ? '8' : (char) (one.charAt(13) + 1));
        scene.apart(
                LinkingTrap.DEVICE_ONE_DIGIT_OFF,
                device("IMEI", one + Digits.luhn(one)),
                device("IMEI", next + Digits.luhn(next)));
        String sold = imeiDigits();
        scene.apart(
                LinkingTrap.DEVICE_PASSED_ON,
                told -> device("IMEI", sold + Digits.luhn(sold))
                        .accept(told.at(told.at().minus(YEARS_AGO))),
                device("IMEI", sold + Digits.luhn(sold)));
        String id = new UUID(scene.random().nextLong(), scene.random().nextLong()).toString();
        scene.apart(LinkingTrap.DEVICE_OF_ANOTHER_TYPE, device("IDFA", id), device("Install ID", id));
    }

    /// Fourteen digits in the range kept for test equipment.
    private String imeiDigits() {
        return String.format(
                Locale.ROOT, "001%011d", Math.floorMod(scene.random().nextLong(), 99_999_999_999L));
    }

    private String hex(int digits) {
        return HexFormat.of().toHexDigits(scene.random().nextLong(), digits);
    }

    private static Consumer<Told> device(String type, String value) {
        return told -> told.party(p -> p.withDevice(type, value));
    }
}

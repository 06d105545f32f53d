// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.Locale;
import org.harborline.intake.StatedIdentifier;
import org.harborline.linking.Strength;
import org.harborline.platform.Code;

/// Device ids by type. A check digit that does not fit means a mistyped id; an all-zero id means none. The name of a
/// wireless network is not a device.
final class DeviceRules implements KindRules {

    static final Code CHECK_DIGIT = Code.of("check-digit-wrong");
    static final Code RANDOMISED = Code.of("randomised-hardware-address");
    static final Code TYPE_MISSING = Code.of("device-type-missing");
    static final Code NOT_A_DEVICE = Code.of("not-a-device");

    private static final int SHORTEST_OTHER = 8;
    private static final int FEWEST_DIGITS = 5;

    @Override
    public Normalised apply(StatedIdentifier stated, Origin origin) {
        String text = stated.value().strip();
        String type =
                stated.qualifier() == null ? "" : stated.qualifier().strip().toUpperCase(Locale.ROOT);
        if (isPlaceholder(text)) {
            return Normalised.without(text, Normalised.VOID);
        }
        return switch (type) {
            case "IMEI" -> checked(text, MatchRule.DEVICE_IMEI, 15, 15);
            case "ICCID" -> checked(text, MatchRule.DEVICE_ICCID, 18, 20);
            case "MAC", "MAC ADDRESS" -> hardwareAddress(text);
            case "SSID", "BSSID" ->
                Normalised.of(text, new MatchKey(MatchRule.NETWORK_NAME, Strength.CONTEXT, "network", text))
                        .weakened(Strength.CONTEXT, NOT_A_DEVICE);
            default -> other(text, type);
        };
    }

    private static Normalised checked(String text, MatchRule rule, int shortest, int longest) {
        String digits = withoutSeparators(text);
        boolean wellFormed = digits.matches("[0-9]+") && digits.length() >= shortest && digits.length() <= longest;
        if (!wellFormed) {
            return Normalised.without(text, Normalised.UNREADABLE);
        }
        Normalised result = Normalised.of(digits, new MatchKey(rule, Strength.STRONG, rule.id(), digits));
        return luhn(digits) ? result : result.weakened(Strength.WEAK, CHECK_DIGIT);
    }

    private static Normalised hardwareAddress(String text) {
        String hex = withoutSeparators(text).toUpperCase(Locale.ROOT);
        if (!hex.matches("[0-9A-F]{12}")) {
            return Normalised.without(text, Normalised.UNREADABLE);
        }
        int first = Integer.parseInt(hex.substring(0, 2), 16);
        if ((first & 1) != 0) {
            // The group bit: an address of many, of broadcast for example.
            return Normalised.without(hex, Normalised.VOID);
        }
        Normalised result =
                Normalised.of(hex, new MatchKey(MatchRule.DEVICE_MAC, Strength.STRONG, MatchRule.DEVICE_MAC.id(), hex));
        return (first & 2) == 0 ? result : result.weakened(Strength.WEAK, RANDOMISED);
    }

    private static Normalised other(String text, String type) {
        if (text.length() < SHORTEST_OTHER || namesManyDevices(text)) {
            return Normalised.without(text, NOT_A_DEVICE);
        }
        boolean uuid = text.matches("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
        String value = uuid ? text.toLowerCase(Locale.ROOT) : text;
        Normalised result = Normalised.of(
                value, new MatchKey(MatchRule.DEVICE_OTHER, Strength.STRONG, "device", type + "|" + value));
        return type.isEmpty() ? result.weakened(Strength.WEAK, TYPE_MISSING) : result;
    }

    /// A program with its version, or a model: ids are made of more digits than names are.
    private static boolean namesManyDevices(String text) {
        return text.chars().anyMatch(c -> c == ' ' || c == '/' || c == ',')
                || text.chars().filter(c -> c >= '0' && c <= '9').count() < FEWEST_DIGITS;
    }

    private static boolean isPlaceholder(String text) {
        String bare = withoutSeparators(text);
        return bare.isEmpty()
                || bare.chars().allMatch(c -> c == '0')
                || bare.chars().allMatch(c -> c == 'f' || c == 'F');
    }

    private static String withoutSeparators(String text) {
        return text.replaceAll("[\\s:./-]", "");
    }

    /// ISO/IEC 7812 check digit.
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}

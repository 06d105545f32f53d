// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One published rule that turns an identifier into a match key. The id is permanent; the version rises when the rule
/// would give another key or another strength for some value.
///
/// @param window two sightings further apart than this are not linked, because the identifier may have changed hands;
/// absent when it does not
record MatchRule(String id, int version, @Nullable Duration window) {

    static final MatchRule ACCOUNT = new MatchRule("account.provider-service-id", 2, null);
    static final MatchRule ACCOUNT_ANYWHERE = new MatchRule("account.any-provider", 2, null);
    static final MatchRule ACCOUNT_ELSEWHERE = new MatchRule("account.third-party-service-id", 2, null);
    static final MatchRule EMAIL_PROVIDER = new MatchRule("email.provider-canonical", 3, null);
    static final MatchRule EMAIL_FOLDED = new MatchRule("email.case-folded", 3, null);
    static final MatchRule PHONE = new MatchRule("phone.e164", 3, Duration.ofDays(365));
    static final MatchRule PHONE_EXTENSION = new MatchRule("phone.e164-extension", 3, Duration.ofDays(365));
    static final MatchRule PHONE_NATIONAL = new MatchRule("phone.national", 2, Duration.ofDays(365));
    static final MatchRule SCREEN_NAME = new MatchRule("screen-name.platform", 3, Duration.ofDays(365));
    static final MatchRule SCREEN_NAME_ANYWHERE = new MatchRule("screen-name.any-platform", 3, Duration.ofDays(365));
    static final MatchRule ADDRESS_PORT_TIME = new MatchRule("ip.address-port-time", 2, Duration.ofSeconds(5));
    static final MatchRule ADDRESS = new MatchRule("ip.address", 2, Duration.ofDays(1));
    static final MatchRule ADDRESS_SITE = new MatchRule("ip.prefix-64", 2, Duration.ofDays(30));
    static final MatchRule DEVICE_IMEI = new MatchRule("device.imei", 2, Duration.ofDays(1096));
    static final MatchRule DEVICE_ICCID = new MatchRule("device.iccid", 2, Duration.ofDays(1096));
    static final MatchRule DEVICE_MAC = new MatchRule("device.mac", 2, Duration.ofDays(1096));
    static final MatchRule DEVICE_OTHER = new MatchRule("device.type-value", 2, Duration.ofDays(365));
    static final MatchRule NETWORK_NAME = new MatchRule("device.network-name", 2, null);
    static final MatchRule PAYMENT_IBAN = new MatchRule("payment.iban", 2, null);
    static final MatchRule PAYMENT_COIN = new MatchRule("payment.coin-address", 3, null);
    static final MatchRule PAYMENT_NAME = new MatchRule("payment.scheme-name", 3, Duration.ofDays(365));
    static final MatchRule URL = new MatchRule("url.canonical", 3, null);
    static final MatchRule GROUP = new MatchRule("group.platform-id", 2, null);
    static final MatchRule PRIOR_REPORT = new MatchRule("report.asserted-by-sender", 1, null);

    /// No rule compares anything here: a person gave the own word.
    static final MatchRule CONFIRMED = new MatchRule("link.confirmed-by-person", 1, null);

    /// All rules that make keys.
    static final List<MatchRule> ALL = List.of(
            ACCOUNT,
            ACCOUNT_ANYWHERE,
            ACCOUNT_ELSEWHERE,
            EMAIL_PROVIDER,
            EMAIL_FOLDED,
            PHONE,
            PHONE_EXTENSION,
            PHONE_NATIONAL,
            SCREEN_NAME,
            SCREEN_NAME_ANYWHERE,
            ADDRESS_PORT_TIME,
            ADDRESS,
            ADDRESS_SITE,
            DEVICE_IMEI,
            DEVICE_ICCID,
            DEVICE_MAC,
            DEVICE_OTHER,
            NETWORK_NAME,
            PAYMENT_IBAN,
            PAYMENT_COIN,
            PAYMENT_NAME,
            URL,
            GROUP);

    /// Within how many seconds two sightings are of one holder; absent when time does not decide.
    @Nullable
    Long windowSeconds() {
        return window == null ? null : window.toSeconds();
    }

    /// The versions of all rules that make keys, as one text.
    static String inForce() {
        return ALL.stream()
                .map(rule -> rule.id() + " " + rule.version())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /// Rules that link, the most telling first.
    private static final List<MatchRule> BY_WORTH = List.of(
            CONFIRMED,
            PRIOR_REPORT,
            ACCOUNT,
            EMAIL_PROVIDER,
            EMAIL_FOLDED,
            PAYMENT_IBAN,
            PAYMENT_COIN,
            PAYMENT_NAME,
            PHONE_EXTENSION,
            PHONE,
            DEVICE_IMEI,
            DEVICE_ICCID,
            DEVICE_MAC,
            DEVICE_OTHER,
            ADDRESS_PORT_TIME,
            SCREEN_NAME,
            URL);

    /// Place of a rule among those that link, 0 for the most telling.
    static int rank(String id) {
        int place = 0;
        while (place < BY_WORTH.size() && !BY_WORTH.get(place).id.equals(id)) {
            place++;
        }
        return place;
    }

    /// Whether an identifier of a linking rule may have changed hands in so long a time.
    static boolean changesHandsWithin(String id, Duration apart) {
        return BY_WORTH.stream().anyMatch(rule -> rule.id.equals(id) && rule.changesHandsWithin(apart));
    }

    /// Whether the identifier passes from one person to another in the course of years: a number, a name, a device.
    boolean changesHands() {
        return window != null && window.compareTo(Duration.ofDays(1)) > 0;
    }

    boolean changesHandsWithin(Duration apart) {
        return window != null && apart.compareTo(window) > 0;
    }
}

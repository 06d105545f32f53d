// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.regex.Pattern;

/// Finds numbers of payment cards in text: the leading digits of a card scheme, its length and a check digit that fits.
/// They are never kept.
final class CardNumbers {

    private static final Pattern CANDIDATE = Pattern.compile("(?<![0-9])[0-9](?:[ -]?[0-9]){12,18}(?![0-9])");
    private static final Pattern SCHEME = Pattern.compile("3[47][0-9]{13}|4(?:[0-9]{12}|[0-9]{15}|[0-9]{18})"
            + "|(?:5[1-5]|2[2-7]|35|6[0245])[0-9]{14}|3[068][0-9]{12}|(?:5[06-8]|6[37])[0-9]{10,17}");

    private CardNumbers() {}

    static boolean in(String text) {
        return CANDIDATE.matcher(text).results().anyMatch(found -> isCard(found.group()));
    }

    private static boolean isCard(String candidate) {
        String digits = candidate.replaceAll("[ -]", "");
        return SCHEME.matcher(digits).matches() && DeviceRules.luhn(digits);
    }
}

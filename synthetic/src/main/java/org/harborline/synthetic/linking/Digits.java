// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

import java.math.BigInteger;

/// Check digits of identifiers that have them.
final class Digits {

    /// A German bank code that no bank has.
    static final String NO_BANK = "00000000";

    private Digits() {}

    /// The digit that ISO/IEC 7812 wants behind these.
    static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return (10 - sum % 10) % 10;
    }

    /// A bank account of a country, its check digits made to fit.
    ///
    /// @param account the digits that the country's own scheme has
    static String iban(String country, String account) {
        var number = new StringBuilder(account);
        for (char letter : (country + "00").toCharArray()) {
            number.append(Character.digit(letter, 36));
        }
        int check = 98
                - new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
        return country + (check < 10 ? "0" : "") + check + account;
    }
}

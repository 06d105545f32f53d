// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;

/// Check digits of crypto-currency addresses: Base58Check, also in the alphabet of the XRP Ledger and with the two
/// bytes
/// of Zcash, Bech32 (BIP 173 and 350) and the letter case of EIP-55.
final class CoinAddresses {

    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String RIPPLE58 = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final Pattern BASE58_SHAPE = Pattern.compile("[1-9A-HJ-NP-Za-km-z]{25,35}");
    private static final Pattern BECH32_SHAPE = Pattern.compile("(?:bc|ltc)1[02-9ac-hj-np-z]{11,87}");
    private static final Pattern HEX_SHAPE = Pattern.compile("0x[0-9A-Fa-f]{40}");
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int BECH32M = 0x2bc830a3;
    private static final int CHECK_BYTES = 4;
    private static final int ADDRESS_BYTES = 25;

    private CoinAddresses() {}

    /// Whether a text has the form of an address, whatever its check digits are.
    static boolean looksLike(String text) {
        return BASE58_SHAPE.matcher(text).matches()
                || BECH32_SHAPE.matcher(text.toLowerCase(Locale.ROOT)).matches()
                || HEX_SHAPE.matcher(text).matches();
    }

    /// Letter case belongs to the address.
    static boolean isBase58(String text) {
        return BASE58_SHAPE.matcher(text).matches()
                && (isChecked(decoded(text, BASE58)) || isChecked(decoded(text, RIPPLE58)));
    }

    /// Whether the last four bytes are the check of the others, and the length is that of an address.
    private static boolean isChecked(byte[] whole) {
        boolean fits = whole.length == ADDRESS_BYTES || (whole.length == ADDRESS_BYTES + 1 && isTransparent(whole));
        if (!fits) {
            return false;
        }
        int payload = whole.length - CHECK_BYTES;
        byte[] check = digest(new SHA256Digest(), digest(new SHA256Digest(), Arrays.copyOf(whole, payload)));
        return Arrays.equals(check, 0, CHECK_BYTES, whole, payload, whole.length);
    }

    /// Zcash t-addresses have two bytes in front: 1CB8 or 1CBD, written `t1` and `t3`.
    private static boolean isTransparent(byte[] whole) {
        return whole[0] == 0x1C && (whole[1] == (byte) 0xB8 || whole[1] == (byte) 0xBD);
    }

    /// The first digit of the alphabet stands for a whole byte of zeros at the front, and only there.
    private static byte[] decoded(String text, String alphabet) {
        int zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == alphabet.charAt(0)) {
            zeros++;
        }
        BigInteger number = BigInteger.ZERO;
        for (int at = zeros; at < text.length(); at++) {
            number = number.multiply(BigInteger.valueOf(alphabet.length()))
                    .add(BigInteger.valueOf(alphabet.indexOf(text.charAt(at))));
        }
        byte[] digits = number.signum() == 0 ? new byte[0] : number.toByteArray();
        int sign = digits.length > 0 && digits[0] == 0 ? 1 : 0;
        byte[] whole = new byte[zeros + digits.length - sign];
        System.arraycopy(digits, sign, whole, zeros, digits.length - sign);
        return whole;
    }

    /// All in one letter case, whichever.
    static boolean isBech32(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean oneCase = text.equals(lower) || text.equals(text.toUpperCase(Locale.ROOT));
        if (!oneCase || !BECH32_SHAPE.matcher(lower).matches()) {
            return false;
        }
        int separator = lower.lastIndexOf('1');
        int sum = 1;
        for (int i = 0; i < separator; i++) {
            sum = step(sum, lower.charAt(i) >> 5);
        }
        sum = step(sum, 0);
        for (int i = 0; i < separator; i++) {
            sum = step(sum, lower.charAt(i) & 31);
        }
        for (int i = separator + 1; i < lower.length(); i++) {
            sum = step(sum, BECH32.indexOf(lower.charAt(i)));
        }
        // BIP 350: version 0, written q, keeps the older check.
        return sum == (lower.charAt(separator + 1) == 'q' ? 1 : BECH32M);
    }

    private static int step(int sum, int value) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= (top >> i & 1) == 0 ? 0 : GENERATOR[i];
        }
        return next;
    }

    static boolean isHex(String text) {
        return HEX_SHAPE.matcher(text).matches();
    }

    /// Whether the letter case of a hexadecimal address is its check digit, or none was written.
    static boolean hexCaseFits(String text) {
        String hex = text.substring(2);
        String lower = hex.toLowerCase(Locale.ROOT);
        if (hex.equals(lower) || hex.equals(hex.toUpperCase(Locale.ROOT))) {
            return true;
        }
        byte[] hash = digest(new KeccakDigest(256), lower.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < hex.length(); i++) {
            int nibble = hash[i / 2] >> (i % 2 == 0 ? 4 : 0) & 15;
            char expected = nibble >= 8 ? Character.toUpperCase(lower.charAt(i)) : lower.charAt(i);
            if (hex.charAt(i) != expected) {
                return false;
            }
        }
        return true;
    }

    private static byte[] digest(Digest digest, byte[] input) {
        byte[] output = new byte[digest.getDigestSize()];
        digest.update(input, 0, input.length);
        var _ = digest.doFinal(output, 0);
        return output;
    }
}

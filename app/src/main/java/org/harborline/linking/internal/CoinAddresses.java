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

/// Check digits of crypto-currency addresses: Base58Check, Bech32 (BIP 173 and 350) and the letter case of EIP-55.
final class CoinAddresses {

    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
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
        if (!BASE58_SHAPE.matcher(text).matches()) {
            return false;
        }
        BigInteger number = BigInteger.ZERO;
        for (int at = 0; at < text.length(); at++) {
            int digit = BASE58.indexOf(text.charAt(at));
            number = number.multiply(BigInteger.valueOf(BASE58.length())).add(BigInteger.valueOf(digit));
        }
        byte[] digits = number.toByteArray();
        byte[] whole = new byte[ADDRESS_BYTES];
        int from = Math.max(0, digits.length - ADDRESS_BYTES);
        if (digits.length - from > ADDRESS_BYTES || (from > 0 && digits[0] != 0)) {
            return false;
        }
        System.arraycopy(digits, from, whole, ADDRESS_BYTES - (digits.length - from), digits.length - from);
        byte[] payload = Arrays.copyOf(whole, ADDRESS_BYTES - CHECK_BYTES);
        byte[] check = digest(new SHA256Digest(), digest(new SHA256Digest(), payload));
        return Arrays.equals(check, 0, CHECK_BYTES, whole, ADDRESS_BYTES - CHECK_BYTES, ADDRESS_BYTES);
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
        return sum == 1 || sum == BECH32M;
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

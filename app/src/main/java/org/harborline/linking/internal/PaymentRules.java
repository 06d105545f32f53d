// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.regex.Pattern;
import org.harborline.intake.StatedIdentifier;
import org.harborline.linking.Strength;
import org.harborline.platform.Code;
import org.iban4j.CountryCode;
import org.iban4j.IbanUtil;
import org.iban4j.bban.BbanStructure;
import org.iban4j.bban.BbanStructureEntry;

/// Payment handles, each within its scheme: bank accounts and coin addresses with their check digits, cashtags, names
/// at
/// a named service, and mailboxes, which are what they are elsewhere. Numbers of cards are never kept.
final class PaymentRules implements KindRules {

    static final Code CARD = Code.of("card-number");
    static final Code SCHEME_MISSING = Code.of("payment-scheme-missing");

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final int BBAN_FROM = 4;
    private static final Pattern CASHTAG = Pattern.compile("\\$[a-z][a-z0-9_]{0,19}");
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

    private final KindRules emails;

    PaymentRules(KindRules emails) {
        this.emails = emails;
    }

    @Override
    public Normalised apply(StatedIdentifier stated, Origin origin) {
        String text = stated.value().strip();
        String compact = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (isIban(compact)) {
            return strong(compact, MatchRule.PAYMENT_IBAN, compact);
        }
        if (CardNumbers.in(text)) {
            return Normalised.without("", CARD);
        }
        if (text.indexOf('@') > 0) {
            return emails.apply(stated, origin);
        }
        Normalised named = named(text, stated);
        // Somebody slipped: the same slip twice is no more than that.
        boolean mistyped = isNearlyIban(compact) || CoinAddresses.looksLike(text);
        return coin(text, mistyped ? named.weakened(Strength.WEAK, DeviceRules.CHECK_DIGIT) : named);
    }

    private static Normalised coin(String text, Normalised otherwise) {
        if (CoinAddresses.isBase58(text)) {
            return strong(text, MatchRule.PAYMENT_COIN, text);
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (CoinAddresses.isBech32(text)) {
            return strong(lower, MatchRule.PAYMENT_COIN, lower);
        }
        if (CoinAddresses.isHex(text)) {
            Normalised hex = strong(lower, MatchRule.PAYMENT_COIN, lower);
            return CoinAddresses.hexCaseFits(text) ? hex : hex.weakened(Strength.WEAK, DeviceRules.CHECK_DIGIT);
        }
        return otherwise;
    }

    private static Normalised named(String text, StatedIdentifier stated) {
        String folded = FOLD.normalize(text);
        if (CASHTAG.matcher(folded).matches()) {
            return strong(folded, MatchRule.PAYMENT_NAME, "cashtag|" + folded.substring(1));
        }
        String name = folded.startsWith("@") ? folded.substring(1) : folded;
        String scheme = stated.qualifier() == null
                ? ""
                : FOLD.normalize(stated.qualifier()).replaceAll("\\s", "");
        if (name.isEmpty() || name.chars().anyMatch(Character::isWhitespace)) {
            return Normalised.without(text, Normalised.UNREADABLE);
        }
        Normalised result = strong(name, MatchRule.PAYMENT_NAME, scheme + "|" + name);
        return scheme.isEmpty() ? result.weakened(Strength.WEAK, SCHEME_MISSING) : result;
    }

    private static Normalised strong(String canonical, MatchRule rule, String value) {
        return Normalised.of(canonical, new MatchKey(rule, Strength.STRONG, rule.id(), value));
    }

    /// Whether a text without spaces has the country, the length and the sort of characters of a bank account, whatever
    /// its check digits are. A name that begins like one is a name.
    private static boolean isNearlyIban(String compact) {
        CountryCode country = IBAN.matcher(compact).matches() ? CountryCode.getByCode(compact.substring(0, 2)) : null;
        BbanStructure structure = country == null ? null : BbanStructure.forCountry(country);
        return structure != null && fits(compact.substring(BBAN_FROM), structure);
    }

    private static boolean fits(String account, BbanStructure structure) {
        int from = 0;
        for (BbanStructureEntry entry : structure.getEntries()) {
            int to = from + entry.getLength();
            if (to > account.length() || !account.substring(from, to).matches(characters(entry))) {
                return false;
            }
            from = to;
        }
        return from == account.length();
    }

    private static String characters(BbanStructureEntry entry) {
        return switch (entry.getCharacterType()) {
            case n -> "[0-9]*";
            case a -> "[A-Z]*";
            case c -> "[A-Z0-9]*";
        };
    }

    /// Whether a text without spaces is a bank account whose length and check digits fit its country.
    static boolean isIban(String compact) {
        return IBAN.matcher(compact).matches() && IbanUtil.isValid(compact);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.harborline.intake.StatedIdentifier;
import org.harborline.linking.Strength;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// Telephone numbers: E.164 with the stated calling code, extension apart. Numbers are given to new subscribers, so two
/// sightings far apart in time are not linked. Numbers of films, fillers and hotlines name nobody.
final class PhoneRules implements KindRules {

    static final Code COUNTRY_UNKNOWN = Code.of("country-unknown");
    static final Code NOT_ASSIGNED = Code.of("number-not-assigned");
    static final Code SWITCHBOARD = Code.of("switchboard-number");
    static final Code SHARED_LINE = Code.of("shared-line");
    static final Code FICTION = Code.of("number-of-fiction");
    static final Code RECOVERY = Code.of("recovery-number");

    /// Lines that are answered by a company or by nobody.
    private static final Set<PhoneNumberType> SERVICES = Set.of(
            PhoneNumberType.TOLL_FREE,
            PhoneNumberType.PREMIUM_RATE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.UAN,
            PhoneNumberType.VOICEMAIL);

    private static final Pattern ONE_DIGIT = Pattern.compile("([0-9])\\1+");

    private static final Set<String> SHARED = Set.of("business", "fax", "work");

    private static final String NO_REGION = "ZZ";
    private static final int SHORTEST_NATIONAL = 7;
    private static final Pattern EXTENSION =
            Pattern.compile("[\\s;]*(?:ext\\.?|x)[\\s=:]*[0-9]{1,10}$", Pattern.CASE_INSENSITIVE);
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private final List<Pattern> fiction;

    /// @param sample treat the fictional numbers of invented reports like others
    PhoneRules(boolean sample) {
        this.fiction = RuleData.lines("numbers-of-fiction-2.txt").stream()
                .filter(line -> !sample || !line.contains("sample"))
                .map(line -> Pattern.compile(line.getFirst()))
                .toList();
    }

    @Override
    public Normalised apply(StatedIdentifier stated, Origin origin) {
        Normalised read = read(stated);
        String type = stated.type() == null ? "" : stated.type().toLowerCase(Locale.ROOT);
        if (SHARED.contains(type)) {
            return read.weakened(Strength.WEAK, SHARED_LINE);
        }
        // often that of a parent or friend of the account's holder
        return type.equals("recovery") ? read.weakened(Strength.WEAK, RECOVERY) : read;
    }

    private Normalised read(StatedIdentifier stated) {
        String text = stated.value().strip();
        String region = regionOf(stated.qualifier());
        PhoneNumber number = parse(text, region);
        if (number == null) {
            return region.equals(NO_REGION) ? withoutCountry(text) : Normalised.without(text, Normalised.UNREADABLE);
        }
        String e164 = NUMBERS.format(number, PhoneNumberFormat.E164);
        if (ONE_DIGIT.matcher(NUMBERS.getNationalSignificantNumber(number)).matches()) {
            return Normalised.without(e164, Normalised.VOID);
        }
        if (isFiction(e164)) {
            return Normalised.without(e164, FICTION);
        }
        if (number.hasExtension()) {
            String extended = e164 + ";ext=" + number.getExtension();
            return new Normalised(
                    extended,
                    List.of(
                            new MatchKey(MatchRule.PHONE_EXTENSION, strength(number), "phone", extended),
                            new MatchKey(MatchRule.PHONE, Strength.WEAK, "phone", e164)),
                    List.of(SWITCHBOARD));
        }
        Normalised result = Normalised.of(e164, new MatchKey(MatchRule.PHONE, Strength.STRONG, "phone", e164));
        if (SERVICES.contains(NUMBERS.getNumberType(number))) {
            return result.weakened(Strength.WEAK, SHARED_LINE);
        }
        return NUMBERS.isValidNumber(number) ? result : result.weakened(Strength.WEAK, NOT_ASSIGNED);
    }

    private boolean isFiction(String e164) {
        String digits = e164.substring(1);
        return fiction.stream().anyMatch(pattern -> pattern.matcher(digits).matches());
    }

    private static Strength strength(PhoneNumber number) {
        boolean personal = NUMBERS.isValidNumber(number) && !SERVICES.contains(NUMBERS.getNumberType(number));
        return personal ? Strength.STRONG : Strength.WEAK;
    }

    private static Normalised withoutCountry(String text) {
        // People of one switchboard differ in the extension only; without a country it tells nobody apart.
        String digits =
                PhoneNumberUtil.normalizeDigitsOnly(EXTENSION.matcher(text).replaceFirst(""));
        if (digits.length() < SHORTEST_NATIONAL) {
            return Normalised.without(text, Normalised.UNREADABLE);
        }
        return new Normalised(
                digits,
                List.of(new MatchKey(MatchRule.PHONE_NATIONAL, Strength.WEAK, "phone-national", digits)),
                List.of(COUNTRY_UNKNOWN));
    }

    private static String regionOf(@Nullable String callingCode) {
        String digits = callingCode == null ? "" : PhoneNumberUtil.normalizeDigitsOnly(callingCode);
        if (digits.isEmpty() || digits.length() > 3) {
            return NO_REGION;
        }
        return NUMBERS.getRegionCodeForCountryCode(Integer.parseInt(digits));
    }

    private static @Nullable PhoneNumber parse(String text, String region) {
        // 00 is how most of the world writes + when no country was stated to read it by.
        String dialled = region.equals(NO_REGION) && text.startsWith("00") ? "+" + text.substring(2) : text;
        try {
            PhoneNumber number = NUMBERS.parse(dialled, region);
            return NUMBERS.isPossibleNumber(number) ? number : null;
        } catch (NumberParseException unreadable) {
            return null;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.harborline.intake.StatedIdentifier;
import org.harborline.linking.Strength;
import org.harborline.platform.Code;

/// Screen names, each within one platform. Compatibility forms, letter case and invisible characters are evened out;
/// look-alike letters are not, because that would be a guess. Names are freed and taken again, so time counts.
final class ScreenNameRules implements KindRules {

    static final Code COMMON = Code.of("too-short-or-numeric");
    static final Code MANY_HAVE_IT = Code.of("common-handle");
    static final Code ELSEWHERE = Code.of("another-companys-account");

    private static final int SHORTEST = 3;
    private static final Set<String> COMMON_HANDLES = RuleData.words("common-handles-2.txt", true);
    private static final int LONGEST_COMMON_RUN = 4;
    private static final String KEYS_IN_ORDER = "01234567890 09876543210";
    private static final Set<String> WITH_DIGITS = RuleData.lines("common-handles-2.txt").stream()
            .filter(line -> line.contains("digits"))
            .map(List::getFirst)
            .collect(Collectors.toUnmodifiableSet());
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

    @Override
    public Normalised apply(StatedIdentifier stated, Origin origin) {
        String folded = FOLD.normalize(stated.value()).strip();
        String name = folded.startsWith("@") ? folded.substring(1) : folded;
        if (name.isEmpty()) {
            return Normalised.without(stated.value().strip(), Normalised.UNREADABLE);
        }
        List<MatchKey> keys = new ArrayList<>();
        keys.add(new MatchKey(
                MatchRule.SCREEN_NAME, Strength.STRONG, "screen-name", origin.platformOf(stated) + "|" + name));
        keys.add(new MatchKey(MatchRule.SCREEN_NAME_ANYWHERE, Strength.WEAK, "screen-name-any", name));
        Normalised result = new Normalised(name, keys, List.of());
        if (origin.elsewhere(stated)) {
            result = result.weakened(Strength.WEAK, ELSEWHERE);
        }
        if (Boolean.TRUE.equals(stated.quality().compromisedAccount())) {
            result = result.weakened(Strength.WEAK, AccountRules.COMPROMISED);
        }
        if (isCommon(name)) {
            result = result.weakened(Strength.WEAK, MANY_HAVE_IT);
        }
        boolean bare = name.codePointCount(0, name.length()) < SHORTEST
                || name.codePoints().noneMatch(Character::isLetter);
        return bare ? result.weakened(Strength.WEAK, COMMON) : result;
    }

    private static boolean isCommon(String name) {
        String plain = name.replaceAll("[\\s._-]", "");
        String word = plain.replaceFirst("[0-9]+$", "");
        return COMMON_HANDLES.contains(plain)
                || (WITH_DIGITS.contains(word) && isCommonRun(plain.substring(word.length())));
    }

    /// A year or a running number, or digits that anybody types. What is longer a platform gave to one account.
    private static boolean isCommonRun(String digits) {
        return digits.length() <= LONGEST_COMMON_RUN
                || digits.chars().distinct().count() == 1
                || KEYS_IN_ORDER.contains(digits);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import org.harborline.intake.StatedIdentifier;
import org.harborline.linking.Strength;
import org.harborline.platform.Code;

/// Screen names, each within one platform. Compatibility forms, letter case and invisible characters are evened out;
/// look-alike letters are not, because that would be a guess. Names are freed and taken again, so time counts.
final class ScreenNameRules implements KindRules {

    static final Code COMMON = Code.of("too-short-or-numeric");
    static final Code ELSEWHERE = Code.of("another-companys-account");

    private static final int SHORTEST = 3;
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
        boolean common = name.codePointCount(0, name.length()) < SHORTEST
                || name.codePoints().allMatch(Character::isDigit);
        return common ? result.weakened(Strength.WEAK, COMMON) : result;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.List;
import java.util.regex.Pattern;
import org.harborline.intake.StatedIdentifier;
import org.harborline.linking.Strength;
import org.harborline.platform.Code;

/// A provider's own ids of accounts, byte for byte. The same id at another provider is another account.
final class AccountRules implements KindRules {

    static final Code COMPROMISED = Code.of("compromised-account");

    private static final Pattern ZEROS = Pattern.compile("[\\s0._-]*");

    @Override
    public Normalised apply(StatedIdentifier stated, Origin origin) {
        String id = stated.value();
        if (ZEROS.matcher(id).matches()) {
            return Normalised.without(id, Normalised.VOID);
        }
        if (origin.elsewhere(stated)) {
            return Normalised.of(
                            id,
                            new MatchKey(
                                    MatchRule.ACCOUNT_ELSEWHERE,
                                    Strength.WEAK,
                                    "account-elsewhere",
                                    origin.serviceOf(stated) + "|" + id))
                    .weakened(Strength.WEAK, ScreenNameRules.ELSEWHERE);
        }
        var own = new Normalised(
                id,
                List.of(
                        new MatchKey(
                                MatchRule.ACCOUNT, Strength.STRONG, "account", origin.platformOf(stated) + "|" + id),
                        new MatchKey(MatchRule.ACCOUNT_ANYWHERE, Strength.WEAK, "account-any", id)),
                List.of());
        // Whoever used the account may be several people by now.
        return Boolean.TRUE.equals(stated.quality().compromisedAccount())
                ? own.weakened(Strength.WEAK, COMPROMISED)
                : own;
    }
}

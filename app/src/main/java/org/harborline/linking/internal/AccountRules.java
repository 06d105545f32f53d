// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.List;
import org.harborline.intake.StatedIdentifier;
import org.harborline.linking.Strength;

/// A provider's own ids of accounts, byte for byte. The same id at another provider is another account.
final class AccountRules implements KindRules {

    @Override
    public Normalised apply(StatedIdentifier stated, Origin origin) {
        String id = stated.value();
        if (Boolean.TRUE.equals(stated.quality().thirdParty())) {
            return Normalised.of(
                            id,
                            new MatchKey(
                                    MatchRule.ACCOUNT_ELSEWHERE,
                                    Strength.WEAK,
                                    "account-elsewhere",
                                    origin.serviceOf(stated) + "|" + id))
                    .weakened(Strength.WEAK, ScreenNameRules.ELSEWHERE);
        }
        return new Normalised(
                id,
                List.of(
                        new MatchKey(
                                MatchRule.ACCOUNT, Strength.STRONG, "account", origin.platformOf(stated) + "|" + id),
                        new MatchKey(MatchRule.ACCOUNT_ANYWHERE, Strength.WEAK, "account-any", id)),
                List.of());
    }
}

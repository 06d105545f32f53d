// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.time.Clock;
import java.util.Optional;
import org.harborline.access.FactorKind;
import org.harborline.access.HolderId;
import org.springframework.stereotype.Component;

/// Compares codes with what a holder has. A code that was right is used up, in the transaction of whoever asks.
@Component
class SecondFactors {

    private final FactorTable factors;
    private final TotpCodes codes;
    private final AccountSeals seals;
    private final Clock clock;

    SecondFactors(FactorTable factors, TotpCodes codes, AccountSeals seals, Clock clock) {
        this.factors = factors;
        this.codes = codes;
        this.seals = seals;
        this.clock = clock;
    }

    /// Takes six digits as a code from an app, anything else as a recovery code.
    ///
    /// @return what it was; empty when it was wrong or used before
    Optional<FactorKind> use(HolderId holder, String typed) {
        var code = withoutSpaces(typed);
        if (isGuessable(typed)) {
            return factors.totps(holder).stream().anyMatch(totp -> use(totp, code))
                    ? Optional.of(FactorKind.TOTP)
                    : Optional.empty();
        }
        return factors.takeRecoveryCode(holder, Secrets.hash(Secrets.recoveryCode(code)))
                ? Optional.of(FactorKind.RECOVERY_CODE)
                : Optional.empty();
    }

    /// Whether it is a code from an app, short enough to be found by trying.
    static boolean isGuessable(String typed) {
        return withoutSpaces(typed).matches("[0-9]{6}");
    }

    private static String withoutSpaces(String typed) {
        return typed.strip().replace(" ", "");
    }

    /// Takes a code for one app, which becomes active by it.
    boolean use(FactorTable.Totp totp, String code) {
        var secret = seals.open(
                AccountSeals.Field.TOTP_SECRET, totp.holder(), totp.id().toString(), totp.sealedSecret());
        var step = codes.step(secret, code);
        return step.isPresent() && factors.useStep(totp.id(), step.getAsLong(), clock.instant());
    }
}

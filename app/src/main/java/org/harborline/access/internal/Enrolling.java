// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.util.Optional;
import java.util.UUID;
import org.harborline.access.HolderId;
import org.harborline.access.PasskeyAnswer;
import org.harborline.access.Session;
import org.harborline.platform.Ids;
import org.springframework.stereotype.Component;

/// Makes the secrets and questions that a new factor begins with, and checks the proof that it works.
@Component
class Enrolling {

    private final FactorTable factors;
    private final SecondFactors secondFactors;
    private final Passkeys passkeys;
    private final PasskeyRows rows;
    private final AccountSeals seals;
    private final Secrets secrets;

    Enrolling(
            FactorTable factors,
            SecondFactors secondFactors,
            Passkeys passkeys,
            PasskeyRows rows,
            AccountSeals seals,
            Secrets secrets) {
        this.factors = factors;
        this.secondFactors = secondFactors;
        this.passkeys = passkeys;
        this.rows = rows;
        this.seals = seals;
        this.secrets = secrets;
    }

    FactorTable.Totp newTotp(HolderId holder) {
        var factor = Ids.next();
        var sealed = seals.seal(
                AccountSeals.Field.TOTP_SECRET, holder, factor.toString(), secrets.bytes(TotpCodes.SECRET_BYTES));
        return new FactorTable.Totp(factor, holder, sealed);
    }

    /// The secret as it is typed into an app.
    String secret(FactorTable.Totp factor) {
        return TotpCodes.base32(seals.open(
                AccountSeals.Field.TOTP_SECRET, factor.holder(), factor.id().toString(), factor.sealedSecret()));
    }

    boolean confirm(FactorTable.Totp factor, String code) {
        return secondFactors.use(factor, code);
    }

    String recoveryCode() {
        return secrets.recoveryCode();
    }

    String signInName(HolderId holder) {
        return rows.signInName(holder);
    }

    String askNewPasskey(Session session, String origin) {
        return passkeys.askNew(session, origin);
    }

    String askPasskey(Session session, String origin) {
        return passkeys.ask(session, origin);
    }

    Optional<UUID> addPasskey(Session session, PasskeyAnswer answer) {
        return passkeys.add(session, answer)
                .flatMap(id -> factors.passkey(id.toBase64UrlString()))
                .map(FactorTable.Passkey::id);
    }
}

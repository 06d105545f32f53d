// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.text.Normalizer;
import java.util.Locale;
import org.harborline.access.AccessProblem;
import org.harborline.platform.Mode;
import org.springframework.stereotype.Component;

/// What a password must be. Length counts, not kinds of characters (NIST SP 800-63B, section 3.1.1.2). The sandbox
/// accepts anything, because its sample sign-ins are printed anyway.
@Component
class PasswordRules {

    private static final int SHORTEST = 12;
    /// Longer ones are refused rather than cut.
    private static final int LONGEST = 256;

    private final Mode mode;

    PasswordRules(Mode mode) {
        this.mode = mode;
    }

    /// The spelling that is hashed, so that a password typed on another keyboard is the same.
    static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /// Whether it is worth comparing at all.
    static boolean plausible(String password) {
        return !password.isEmpty() && password.length() <= LONGEST;
    }

    /// Refuses a password that breaks a rule.
    void check(String password, String signInName) {
        AccessProblem.PASSWORD_TOO_LONG.unless(password.length() <= LONGEST, LONGEST);
        if (mode == Mode.SANDBOX) {
            AccessProblem.PASSWORD_TOO_SHORT.unless(!password.isEmpty(), 1);
            return;
        }
        AccessProblem.PASSWORD_TOO_SHORT.unless(password.codePointCount(0, password.length()) >= SHORTEST, SHORTEST);
        var name = signInName.toLowerCase(Locale.ROOT);
        var plain = normalised(password).toLowerCase(Locale.ROOT);
        // A short name inside a long password is no weakness; a password made of the name is.
        AccessProblem.PASSWORD_LIKE_NAME.unless(plain.replace(name, "").length() >= SHORTEST / 2);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import org.harborline.platform.ProblemException;
import org.harborline.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// Refusals of this module.
public enum AccessProblem implements ProblemType {
    SIGN_IN_NAME_UNUSABLE("sign-in-name-unusable", HttpStatus.BAD_REQUEST),
    SIGN_IN_NAME_TAKEN("sign-in-name-taken", HttpStatus.CONFLICT),
    DISPLAY_NAME_UNUSABLE("display-name-unusable", HttpStatus.BAD_REQUEST),
    /// None, or roles of staff and of an agency together.
    ROLES_UNUSABLE("roles-unusable", HttpStatus.BAD_REQUEST),
    /// An officer without an agency, or staff with one.
    PARTY_UNUSABLE("party-unusable", HttpStatus.BAD_REQUEST),
    PASSWORD_TOO_SHORT("password-too-short", HttpStatus.BAD_REQUEST),
    PASSWORD_TOO_LONG("password-too-long", HttpStatus.BAD_REQUEST),
    PASSWORD_LIKE_NAME("password-like-name", HttpStatus.BAD_REQUEST),
    PASSWORD_WRONG("password-wrong", HttpStatus.BAD_REQUEST),
    CODE_WRONG("code-wrong", HttpStatus.BAD_REQUEST),
    PASSKEY_REFUSED("passkey-refused", HttpStatus.BAD_REQUEST),
    /// In production nobody is without a second factor.
    LAST_FACTOR("last-factor", HttpStatus.CONFLICT),
    TOO_MANY_FACTORS("too-many-factors", HttpStatus.CONFLICT),
    /// Somebody must be left who can manage accounts.
    LAST_ADMINISTRATOR("last-administrator", HttpStatus.CONFLICT),
    OWN_ACCOUNT_REFUSED("own-account-refused", HttpStatus.CONFLICT),
    /// Used, expired or never given out: the three look the same.
    INVITATION_UNUSABLE("invitation-unusable", HttpStatus.NOT_FOUND),
    /// Too many passwords are being checked at this moment.
    SIGN_IN_BUSY("sign-in-busy", HttpStatus.SERVICE_UNAVAILABLE),
    SIGN_IN_SLOWED("sign-in-slowed", HttpStatus.TOO_MANY_REQUESTS),
    /// A machine's credential, not a person's: whoever issued it chose what it may do.
    SCOPE_MISSING("scope-missing", HttpStatus.FORBIDDEN);

    private final String slug;
    private final HttpStatus status;

    AccessProblem(String slug, HttpStatus status) {
        this.slug = slug;
        this.status = status;
    }

    /// Refuses with this problem when the condition does not hold.
    public void unless(boolean condition, Object... arguments) {
        if (!condition) {
            throw new ProblemException(this, arguments);
        }
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}

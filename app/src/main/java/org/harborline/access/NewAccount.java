// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.harborline.platform.ActorKind;
import org.harborline.platform.RecordRef;
import org.jspecify.annotations.Nullable;

/// Who is to get an account.
///
/// @param signInName 2 to 64 letters, digits, dots, hyphens or underscores; an e-mail address is allowed; case does not
/// matter
/// @param displayName 1 to 80 characters
/// @param roles at least one, all of the same door
/// @param party the agency or company, needed for officers and people of providers, refused for staff
public record NewAccount(
        String signInName,
        String displayName,
        Set<Role> roles,
        @Nullable RecordRef party) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{1,63}");

    /// @throws org.harborline.platform.ProblemException when a value breaks one of the rules above
    public NewAccount {
        signInName = normalised(signInName);
        displayName = displayName.strip();
        roles = Set.copyOf(roles);
        AccessProblem.SIGN_IN_NAME_UNUSABLE.unless(NAME.matcher(signInName).matches());
        AccessProblem.DISPLAY_NAME_UNUSABLE.unless(!displayName.isEmpty()
                && displayName.length() <= 80
                && displayName.chars().noneMatch(Character::isISOControl));
        AccessProblem.ROLES_UNUSABLE.unless(
                roles.stream().map(Role::door).distinct().count() == 1);
        AccessProblem.PARTY_UNUSABLE.unless(partyOf(kindOf(roles)).equals(party == null ? "" : party.kind()));
    }

    /// The one spelling under which a sign-in name is compared.
    public static String normalised(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /// Which kind of account the roles make.
    public ActorKind kind() {
        return kindOf(roles);
    }

    /// What kind of organisation these people belong to; empty for those who belong to none.
    private static String partyOf(ActorKind kind) {
        return switch (kind) {
            case AGENCY -> "agency";
            case PROVIDER -> "provider";
            case STAFF, PUBLIC, SYSTEM -> "";
        };
    }

    private static ActorKind kindOf(Set<Role> roles) {
        return roles.iterator().next().door();
    }

    @Override
    public String toString() {
        return "NewAccount[" + roles + "]";
    }
}

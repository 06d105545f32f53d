// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who does something and what they may do. Built once at the edge from the authentication and passed down as the first
/// argument of every
/// public method; never built inside a module except by [#system(String)].
///
/// @param id opaque holder id for people and credentials, `system:<name>` for parts of Harborline; the only thing about
/// an actor that is
/// journalled
/// @param party the agency or provider this actor acts for; absent for staff, the public and the system
/// @param purpose why the actor looks at records, as chosen for this session or this action; absent when none was
/// stated
public record Actor(
        String id,
        ActorKind kind,
        Set<Permission> permissions,
        @Nullable RecordRef party,
        @Nullable Purpose purpose) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9:._-]{1,64}");

    public Actor {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an actor id has 1 to 64 characters of A-Z a-z 0-9 : . _ -");
        }
        permissions = Set.copyOf(permissions);
    }

    /// A part of Harborline that acts by itself. It may read and write what its module owns.
    ///
    /// @param name the module or job, such as `linking` or `expire-reports`
    public static Actor system(String name) {
        return new Actor("system:" + name, ActorKind.SYSTEM, Set.of(), null, null);
    }

    /// Whether the actor holds the permission. The system holds all of them: what it may do is decided by the code that
    /// calls it.
    public boolean may(Permission permission) {
        return kind == ActorKind.SYSTEM || permissions.contains(permission);
    }

    /// Refuses as if the record did not exist when the actor lacks the permission, so that nobody learns what exists.
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
    }

    /// The same actor with a purpose for this one action.
    public Actor with(Purpose stated) {
        return new Actor(id, kind, permissions, party, stated);
    }

    /// Whether a person stands behind the action, as against a part of Harborline.
    public boolean isPerson() {
        return kind != ActorKind.SYSTEM;
    }
}

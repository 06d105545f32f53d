// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.harborline.platform.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// The actor at the edge, as Spring Security wants to see it: authorities are the names of the permissions, and the
/// factors given with the time they were given. Every way in makes one of these; the actor that handlers receive is
/// taken from it.
public final class ActorAuthentication extends AbstractAuthenticationToken {

    private final transient Actor actor;
    private final transient @Nullable Session session;

    /// Somebody who came with a credential and has no session.
    public ActorAuthentication(Actor actor) {
        this(actor, null);
    }

    /// Somebody with a session.
    public ActorAuthentication(Actor actor, @Nullable Session session) {
        super(authorities(actor, session));
        this.actor = actor;
        this.session = session;
        setAuthenticated(true);
    }

    private static List<GrantedAuthority> authorities(Actor actor, @Nullable Session session) {
        var all = new ArrayList<GrantedAuthority>();
        actor.permissions().forEach(permission -> all.add(new SimpleGrantedAuthority(permission.name())));
        if (session != null) {
            all.add(factor(FactorGrantedAuthority.PASSWORD_AUTHORITY, session.passwordAt()));
            if (session.secondFactorAt() != null) {
                all.add(factor("FACTOR_SECOND", session.secondFactorAt()));
            }
        }
        return all;
    }

    private static GrantedAuthority factor(String name, Instant at) {
        return FactorGrantedAuthority.withAuthority(name).issuedAt(at).build();
    }

    public Actor actor() {
        return actor;
    }

    public Optional<Session> session() {
        return Optional.ofNullable(session);
    }

    @Override
    public Object getPrincipal() {
        return actor;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return actor.id();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActorAuthentication that
                && actor.equals(that.actor)
                && Objects.equals(session, that.session);
    }

    @Override
    public int hashCode() {
        return actor.hashCode();
    }
}

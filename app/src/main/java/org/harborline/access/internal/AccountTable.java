// SPDX-License-Identifier: Apache-2.0
package org.harborline.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.harborline.access.AccountState;
import org.harborline.access.HolderId;
import org.harborline.access.Role;
import org.harborline.platform.ActorKind;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Accounts.
@Component
class AccountTable {

    private final Sql sql;

    AccountTable(Sql sql) {
        this.sql = sql;
    }

    /// Who acts.
    record Holder(
            HolderId id,
            ActorKind kind,
            Set<Role> roles,
            @Nullable RecordRef party,
            boolean enrolled) {}

    /// What sign-in compares with.
    record Credential(
            HolderId holder, AccountState state, @Nullable String passwordHash) {}

    record Row(
            Holder holder,
            String sealedName,
            String sealedDisplayName,
            AccountState state,
            Instant createdAt,
            int version) {}

    record Named(HolderId holder, String sealedDisplayName) {}

    /// A row to be written.
    record New(
            Holder holder,
            UUID nameKey,
            int nameKeyVersion,
            String sealedName,
            String sealedDisplayName,
            @Nullable String passwordHash,
            Instant createdAt) {}

    /// Writes the account unless somebody has the name.
    ///
    /// @return whether the name was free
    boolean insert(New account) {
        var holder = account.holder();
        var party = holder.party();
        return sql.of("""
                INSERT INTO access.account (account_id, name_key, name_key_version, sealed_name, sealed_display_name, kind, state,
                                            roles, party_kind, party_id, password_hash, created_at)
                VALUES (:id, :nameKey, :keyVersion, :name, :displayName, :kind, :state,
                        :roles, :partyKind, :partyId, :password, :now)
                ON CONFLICT (name_key) DO NOTHING
                """)
                        .param("id", holder.id().value())
                        .param("nameKey", account.nameKey())
                        .param("keyVersion", account.nameKeyVersion())
                        .param("name", account.sealedName())
                        .param("displayName", account.sealedDisplayName())
                        .param("kind", holder.kind().name())
                        .param(
                                "state",
                                account.passwordHash() == null
                                        ? AccountState.INVITED.name()
                                        : AccountState.ACTIVE.name())
                        .param("roles", names(holder.roles()))
                        .param("partyKind", party == null ? null : party.kind())
                        .param("partyId", party == null ? null : party.id())
                        .param("password", account.passwordHash())
                        .param("now", Times.column(account.createdAt()))
                        .update()
                == 1;
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toArray(String[]::new);
    }

    boolean anybody() {
        return sql.of("""
                SELECT EXISTS (SELECT 1 FROM access.account) AS anybody
                """).query(Boolean.class).single();
    }

    Optional<Credential> credential(Collection<UUID> nameKeys) {
        return sql.of("""
                SELECT account_id, state, password_hash
                FROM access.account
                WHERE name_key = ANY (:keys)
                """)
                .param("keys", nameKeys.toArray(UUID[]::new))
                .query(AccountTable::credential)
                .optional();
    }

    Optional<Credential> credential(HolderId holder) {
        return sql.of("""
                SELECT account_id, state, password_hash
                FROM access.account
                WHERE account_id = :id
                """)
                .param("id", holder.value())
                .query(AccountTable::credential)
                .optional();
    }

    private static Credential credential(ResultSet rows, int ordinal) throws SQLException {
        return new Credential(
                new HolderId(rows.getObject("account_id", UUID.class)),
                AccountState.valueOf(rows.getString("state")),
                rows.getString("password_hash"));
    }

    Optional<Row> find(HolderId holder) {
        return sql.of("""
                SELECT a.account_id, a.sealed_name, a.sealed_display_name, a.kind, a.state, a.roles, a.party_kind, a.party_id,
                       a.created_at, a.version,
                       EXISTS (SELECT 1 FROM access.factor AS f
                               WHERE f.account_id = a.account_id AND f.state = 'ACTIVE') AS enrolled
                FROM access.account AS a
                WHERE a.account_id = :id
                """).param("id", holder.value()).query(AccountTable::row).optional();
    }

    List<Row> list(@Nullable HolderId after, int limit) {
        return sql.of("""
                SELECT a.account_id, a.sealed_name, a.sealed_display_name, a.kind, a.state, a.roles, a.party_kind, a.party_id,
                       a.created_at, a.version,
                       EXISTS (SELECT 1 FROM access.factor AS f
                               WHERE f.account_id = a.account_id AND f.state = 'ACTIVE') AS enrolled
                FROM access.account AS a
                WHERE :after::uuid IS NULL OR a.account_id > :after::uuid
                ORDER BY a.account_id
                LIMIT :limit
                """)
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(AccountTable::row)
                .list();
    }

    /// Everybody of an organisation, oldest first.
    List<Row> of(RecordRef party, int limit) {
        return sql.of("""
                SELECT a.account_id, a.sealed_name, a.sealed_display_name, a.kind, a.state, a.roles, a.party_kind, a.party_id,
                       a.created_at, a.version,
                       EXISTS (SELECT 1 FROM access.factor AS f
                               WHERE f.account_id = a.account_id AND f.state = 'ACTIVE') AS enrolled
                FROM access.account AS a
                WHERE a.party_kind = :kind AND a.party_id = :party
                ORDER BY a.account_id
                LIMIT :limit
                """)
                .param("kind", party.kind())
                .param("party", party.id())
                .param("limit", limit)
                .query(AccountTable::row)
                .list();
    }

    private static Row row(ResultSet rows, int ordinal) throws SQLException {
        return new Row(
                holder(rows),
                rows.getString("sealed_name"),
                rows.getString("sealed_display_name"),
                AccountState.valueOf(rows.getString("state")),
                Times.instant(rows, "created_at"),
                rows.getInt("version"));
    }

    /// Reads the columns that every statement about a holder gives.
    static Holder holder(ResultSet rows) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) rows.getArray("roles").getArray())
                .map(Role::valueOf)
                .forEach(roles::add);
        var partyKind = rows.getString("party_kind");
        return new Holder(
                new HolderId(rows.getObject("account_id", UUID.class)),
                ActorKind.valueOf(rows.getString("kind")),
                Set.copyOf(roles),
                partyKind == null ? null : new RecordRef(partyKind, rows.getString("party_id")),
                rows.getBoolean("enrolled"));
    }

    List<Named> names(Collection<UUID> holders) {
        return sql.of("""
                SELECT account_id, sealed_display_name
                FROM access.account
                WHERE account_id = ANY (:ids)
                """)
                .param("ids", holders.toArray(UUID[]::new))
                .query((rows, _) -> new Named(
                        new HolderId(rows.getObject("account_id", UUID.class)), rows.getString("sealed_display_name")))
                .list();
    }

    /// Gives the account exactly these roles.
    ///
    /// @return whether the account still was as the actor saw it
    boolean changeRoles(HolderId holder, Set<Role> roles, int version) {
        return sql.of("""
                UPDATE access.account
                SET roles = :roles, version = version + 1
                WHERE account_id = :id AND version = :version
                """)
                        .param("id", holder.value())
                        .param("roles", names(roles))
                        .param("version", version)
                        .update()
                == 1;
    }

    /// Keeps the holder out.
    ///
    /// @return whether the account still was as the actor saw it
    boolean disable(HolderId holder, int version) {
        return sql.of("""
                UPDATE access.account
                SET state = 'DISABLED', version = version + 1
                WHERE account_id = :id AND version = :version AND state <> 'DISABLED'
                """).param("id", holder.value()).param("version", version).update() == 1;
    }

    /// Lets the holder in again.
    ///
    /// @return whether the account still was as the actor saw it
    boolean enable(HolderId holder, int version) {
        return sql.of("""
                UPDATE access.account
                SET state = CASE WHEN password_hash IS NULL THEN 'INVITED' ELSE 'ACTIVE' END, version = version + 1
                WHERE account_id = :id AND version = :version AND state = 'DISABLED'
                """).param("id", holder.value()).param("version", version).update() == 1;
    }

    /// Sets a password; an invited account becomes active, a disabled one stays so.
    void setPassword(HolderId holder, String hash) {
        sql.of("""
                UPDATE access.account
                SET password_hash = :hash, state = CASE state WHEN 'INVITED' THEN 'ACTIVE' ELSE state END
                WHERE account_id = :id
                """).param("id", holder.value()).param("hash", hash).update();
    }

    /// Accounts, other than this one, that can manage accounts now. Locks them, so that two administrators cannot
    /// remove each other at the same moment.
    List<UUID> otherAdministrators(HolderId holder) {
        return sql.of("""
                SELECT account_id
                FROM access.account
                WHERE roles @> ARRAY ['ADMINISTRATOR'] AND state = 'ACTIVE'
                ORDER BY account_id
                FOR UPDATE
                """).query((rows, _) -> rows.getObject("account_id", UUID.class)).list().stream()
                .filter(id -> !id.equals(holder.value()))
                .toList();
    }

    /// Keeps the row as it is until the current transaction ends. Weak enough that sessions can still be opened.
    void keep(HolderId holder) {
        sql.of("""
                SELECT account_id
                FROM access.account
                WHERE account_id = :account
                FOR NO KEY UPDATE
                """).param("account", holder.value()).query(UUID.class).optional();
    }
}

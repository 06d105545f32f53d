// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Sql;
import org.harborline.registry.ContactKind;
import org.harborline.vault.SealedText;
import org.springframework.stereotype.Component;

/// All SQL of `registry.contact_point`.
@Component
class ContactTable {

    private final Sql sql;

    ContactTable(Sql sql) {
        this.sql = sql;
    }

    List<Stored> find(Collection<RecordRef> organisations) {
        return sql.of("""
                        SELECT
                            c.contact_id, c.organisation_kind, c.organisation_id, c.kind, c.rank, c.sealed_details,
                            c.verified_on
                        FROM unnest(:kinds::text[], :ids::uuid[]) AS wanted (kind, id)
                        JOIN registry.contact_point c
                            ON c.organisation_kind = wanted.kind
                            AND c.organisation_id = wanted.id
                        ORDER BY c.kind, c.rank
                        """)
                .param("kinds", organisations.stream().map(RecordRef::kind).toArray(String[]::new))
                .param("ids", organisations.stream().map(RecordRef::id).toArray(String[]::new))
                .query((row, _) -> new Stored(
                        Rows.id(row, "contact_id"),
                        RecordRef.of(row.getString("organisation_kind"), Rows.id(row, "organisation_id")),
                        ContactKind.valueOf(row.getString("kind")),
                        row.getInt("rank"),
                        new SealedText(row.getString("sealed_details")),
                        Rows.day(row, "verified_on")))
                .list();
    }

    /// Takes away the contact point of this kind and rank, so that another can take its place.
    void clear(RecordRef organisation, ContactKind kind, int rank) {
        sql.of("""
                        DELETE FROM registry.contact_point
                        WHERE organisation_kind = :organisation_kind
                        AND organisation_id = :organisation_id::uuid
                        AND kind = :kind
                        AND rank = :rank
                        """)
                .param("organisation_kind", organisation.kind())
                .param("organisation_id", organisation.id())
                .param("kind", kind.name())
                .param("rank", rank)
                .update();
    }

    /// Removes a contact point.
    ///
    /// @return its kind; empty when the organisation has no such contact point
    Optional<ContactKind> remove(RecordRef organisation, UUID contact) {
        return sql.of("""
                        DELETE FROM registry.contact_point
                        WHERE contact_id = :id
                        AND organisation_kind = :organisation_kind
                        AND organisation_id = :organisation_id::uuid
                        RETURNING kind
                        """)
                .param("id", contact)
                .param("organisation_kind", organisation.kind())
                .param("organisation_id", organisation.id())
                .query((row, _) -> ContactKind.valueOf(row.getString("kind")))
                .optional();
    }

    /// Writes the day on which it was last reached.
    ///
    /// @return its kind; empty when the organisation has no such contact point
    Optional<ContactKind> check(RecordRef organisation, UUID contact, LocalDate on) {
        return sql.of("""
                        UPDATE registry.contact_point
                        SET verified_on = :on
                        WHERE contact_id = :id
                        AND organisation_kind = :organisation_kind
                        AND organisation_id = :organisation_id::uuid
                        RETURNING kind
                        """)
                .param("on", on)
                .param("id", contact)
                .param("organisation_kind", organisation.kind())
                .param("organisation_id", organisation.id())
                .query((row, _) -> ContactKind.valueOf(row.getString("kind")))
                .optional();
    }

    boolean holds(RecordRef organisation, ContactKind kind) {
        return sql.of("""
                        SELECT EXISTS (
                            SELECT 1
                            FROM registry.contact_point
                            WHERE organisation_kind = :organisation_kind
                            AND organisation_id = :organisation_id::uuid
                            AND kind = :kind
                        ) AS found
                        """)
                .param("organisation_kind", organisation.kind())
                .param("organisation_id", organisation.id())
                .param("kind", kind.name())
                .query((row, _) -> row.getBoolean("found"))
                .single();
    }

    void insert(List<Stored> contacts) {
        int[] _ = sql.batch(
                """
                INSERT INTO registry.contact_point (
                    contact_id, organisation_kind, organisation_id, kind, rank, sealed_details, verified_on
                )
                VALUES (:id, :organisation_kind, :organisation_id::uuid, :kind, :rank, :details, :verified_on)
                """,
                contacts.stream()
                        .map(contact -> Map.<String, Object>of(
                                "id", contact.id(),
                                "organisation_kind", contact.organisation().kind(),
                                "organisation_id", contact.organisation().id(),
                                "kind", contact.kind().name(),
                                "rank", contact.rank(),
                                "details", contact.details().base64(),
                                "verified_on", contact.verifiedOn()))
                        .toList());
    }

    /// A contact point as stored.
    record Stored(
            UUID id, RecordRef organisation, ContactKind kind, int rank, SealedText details, LocalDate verifiedOn) {}
}

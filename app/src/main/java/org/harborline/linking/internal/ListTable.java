// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.linking.ListedKind;
import org.harborline.linking.Listing;
import org.harborline.platform.Sql;
import org.springframework.stereotype.Component;

/// Lists of an operator. A version is written once and stays, so that one can say what held when.
@Component
class ListTable {

    private final Sql sql;

    ListTable(Sql sql) {
        this.sql = sql;
    }

    /// Stores a version of a list.
    ///
    /// @return whether it was not there before
    boolean insert(UUID id, ListFile file, Instant at) {
        int added = sql.of("""
                INSERT INTO linking.list (list_id, name, dated, loaded_at)
                VALUES (:id, :name, :dated, :at)
                    ON CONFLICT ON CONSTRAINT list_version DO NOTHING
                """)
                .param("id", id)
                .param("name", file.name())
                .param("dated", file.dated())
                .param("at", Rows.time(at))
                .update();
        if (added == 1) {
            insertLines(id, file.rows());
        }
        return added == 1;
    }

    /// The date of the newest version of each list, by name.
    Map<String, LocalDate> newest(Collection<String> names) {
        var newest = new HashMap<String, LocalDate>();
        sql.of("SELECT name, max(dated) AS dated FROM linking.list WHERE name = ANY(:names::text[]) GROUP BY name")
                .param("names", Rows.texts(List.copyOf(names), name -> name))
                .query(row -> {
                    newest.put(row.getString("name"), row.getObject("dated", LocalDate.class));
                });
        return newest;
    }

    /// Whether the version that is stored under the name and date of a file has the same lines, in any order.
    boolean isSame(ListFile file) {
        return sql.of("""
                WITH stored AS (
                     SELECT line.kind, line.network, line.identifier_kind, line.value, line.valid_from, line.valid_to
                       FROM linking.list
                       JOIN linking.list_line AS line ON line.list_id = list.list_id
                      WHERE list.name = :name AND list.dated = :dated),
                     fresh AS (
                     SELECT *
                       FROM unnest(:kinds::text[], :networks::cidr[], :identifiers::text[], :values::text[],
                                   :from::date[], :to::date[]))
                SELECT NOT EXISTS (SELECT * FROM stored EXCEPT ALL SELECT * FROM fresh)
                   AND NOT EXISTS (SELECT * FROM fresh EXCEPT ALL SELECT * FROM stored)
                """)
                .param("name", file.name())
                .param("dated", file.dated())
                .params(lines(file.rows()))
                .query(Boolean.class)
                .single();
    }

    private void insertLines(UUID id, List<ListFile.Row> rows) {
        sql.of("""
                INSERT INTO linking.list_line (list_id, kind, network, identifier_kind, value, valid_from, valid_to)
                SELECT :id, fresh.kind, fresh.network, fresh.identifier, fresh.value, fresh.valid_from, fresh.valid_to
                  FROM unnest(:kinds::text[], :networks::cidr[], :identifiers::text[], :values::text[], :from::date[],
                              :to::date[])
                       AS fresh (kind, network, identifier, value, valid_from, valid_to)
                """).param("id", id).params(lines(rows)).update();
    }

    private static Map<String, Object> lines(List<ListFile.Row> rows) {
        return Map.of(
                "kinds", Rows.texts(rows, ListFile.Row::kind),
                "networks",
                        Rows.texts(
                                rows,
                                row -> row.network() == null
                                        ? null
                                        : row.block().toString()),
                "identifiers", Rows.texts(rows, ListFile.Row::identifier),
                "values", Rows.texts(rows, ListFile.Row::value),
                "from", Rows.texts(rows, ListFile.Row::validFrom),
                "to", Rows.texts(rows, ListFile.Row::validTo));
    }

    /// How many versions of lists were taken in. None ever goes, so it tells whether there is another one, also where
    /// two were taken in at once and the earlier came to an end last.
    long versions() {
        return sql.of("SELECT count(*) FROM linking.list").query(Long.class).single();
    }

    /// What the newest version of each list holds.
    List<KnownLists.Stored> inForce() {
        return sql.of("""
                SELECT newest.name, newest.dated, line.kind, line.network::text AS network, line.identifier_kind,
                       line.value, line.valid_from, line.valid_to
                  FROM (SELECT DISTINCT ON (name) list_id, name, dated
                          FROM linking.list
                         ORDER BY name, dated DESC) AS newest
                  JOIN linking.list_line AS line ON line.list_id = newest.list_id
                 ORDER BY newest.name, line.valid_from DESC
                """).query((row, _) -> stored(row)).list();
    }

    private static KnownLists.Stored stored(ResultSet row) throws SQLException {
        String identifier = row.getString("identifier_kind");
        return new KnownLists.Stored(
                new Listing(
                        ListedKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getObject("dated", LocalDate.class)),
                row.getString("network"),
                identifier == null ? null : IdentifierKind.valueOf(identifier),
                row.getString("value"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class));
    }
}

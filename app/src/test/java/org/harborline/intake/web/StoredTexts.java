// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.harborline.platform.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Looks for texts in everything that is stored.
final class StoredTexts {

    private StoredTexts() {}

    /// Tables in which one of the texts stands, read as their owner.
    static List<String> tablesWith(Settings settings, String... texts) {
        var connection = new SingleConnectionDataSource(
                String.valueOf(settings.database().url()),
                String.valueOf(settings.database().user()),
                "unused",
                true);
        try {
            JdbcClient owner = JdbcClient.create(connection);
            List<String> tables = owner.sql("""
                            SELECT quote_ident(schemaname) || '.' || quote_ident(tablename)
                              FROM pg_catalog.pg_tables
                             WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
                            """).query(String.class).list();
            assertThat(tables).contains("intake.door", "journal.entry");
            var found = new ArrayList<String>();
            for (String table : tables) {
                for (String text : texts) {
                    int hits = owner.sql("SELECT count(*) FROM " + table + " AS t WHERE strpos(t::text, ?) > 0")
                            .param(text)
                            .query(Integer.class)
                            .single();
                    if (hits > 0) {
                        found.add(table);
                    }
                }
            }
            return found;
        } finally {
            connection.destroy();
        }
    }
}

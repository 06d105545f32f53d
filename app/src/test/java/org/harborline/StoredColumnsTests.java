// SPDX-License-Identifier: Apache-2.0
package org.harborline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.Collection;
import java.util.List;
import org.harborline.platform.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// What may stand in a column, read from the database itself.
@SpringBootTest
class StoredColumnsTests {

    @Autowired
    private Settings settings;

    @Autowired
    private Collection<Task<?>> jobs;

    /// As the owner, who sees every table; the server sees those it may use.
    private SingleConnectionDataSource connection = new SingleConnectionDataSource();

    private JdbcClient owner;

    @BeforeEach
    void connect() {
        var database = settings.database();
        connection = new SingleConnectionDataSource(
                String.valueOf(database.url()), String.valueOf(database.user()), "unused", true);
        owner = JdbcClient.create(connection);
    }

    @AfterEach
    void leave() {
        connection.destroy();
    }

    /// Every column of ours; `migration` is the migration library's own record of file names and checksums.
    private List<String> withoutClass() {
        return owner.sql("""
                SELECT c.table_schema || '.' || c.table_name || '.' || c.column_name
                  FROM information_schema.columns c
                 WHERE c.table_schema NOT IN ('information_schema', 'pg_catalog', 'migration')
                   AND (c.data_type IN ('text', 'character varying', 'character', 'xml', 'json', 'jsonb')
                        OR (c.data_type = 'ARRAY' AND c.udt_name IN ('_text', '_varchar')))
                   AND coalesce(col_description(
                           format('%I.%I', c.table_schema, c.table_name)::regclass, c.ordinal_position), '')
                       !~ '^privacy:(none|code|id|sealed|secret-hash)$'
                """).query(String.class).list();
    }

    /// Where a module that decides could read it, it would be read one day.
    @Test
    void howCompleteAReportIsStandsWhereItsSenderIsToldAndNowhereElse() {
        assertThat(owner.sql("""
                SELECT DISTINCT c.table_schema
                  FROM information_schema.columns c
                 WHERE c.table_schema NOT IN ('information_schema', 'pg_catalog')
                   AND c.column_name ~ '(completeness|rubric)'
                """).query(String.class).list()).contains("intake").isSubsetOf("intake", "notices");
    }

    private List<String> ofType(String type) {
        return owner.sql("""
                SELECT c.table_schema || '.' || c.table_name || '.' || c.column_name
                  FROM information_schema.columns c
                 WHERE c.table_schema NOT IN ('information_schema', 'pg_catalog')
                   AND c.udt_name IN (:type, '_' || :type)
                """).param("type", type).query(String.class).list();
    }

    @Test
    void onlyTheJobTableHasABinaryColumn() {
        assertThat(ofType("bytea")).containsExactly("job.scheduled_tasks.task_data");
        assertThat(ofType("oid")).isEmpty();
        assertThat(ofType("lo")).isEmpty();
        assertThat(owner.sql("SELECT count(*) FROM pg_catalog.pg_largeobject_metadata")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theJobTablesBinaryColumnIsTooSmallForAnythingButIds() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> owner.sql("""
                                INSERT INTO job.scheduled_tasks
                                       (task_name, task_instance, task_data, execution_time, picked, version)
                                VALUES ('test', 'large', decode(repeat('00', 2049), 'hex'), now(), false, 1)
                                """).update())
                .withMessageContaining("scheduled_tasks_small_payload");
    }

    @Test
    void everyTextColumnSaysHowPrivateItIs() {
        assertThat(withoutClass()).isEmpty();
    }

    @Test
    void aColumnThatBreaksTheseRulesIsSeen() {
        owner.sql(
                        "CREATE TEMPORARY TABLE breach (note text, notes text[], mark jsonb, item bytea, items bytea[], thing oid)")
                .update();
        assertThat(withoutClass())
                .extracting(column -> column.substring(column.lastIndexOf('.') + 1))
                .containsExactlyInAnyOrder("note", "notes", "mark");
        assertThat(ofType("bytea")).hasSize(3);
        assertThat(ofType("oid")).hasSize(1);
    }

    @Test
    void aJobCarriesNothingBesideItsId() {
        assertThat(jobs)
                .isNotEmpty()
                .allSatisfy(
                        job -> assertThat(job.getDataClass()).as(job.getName()).isEqualTo(Void.class));
    }

    /// The record itself is text that is hashed as it stands, so it has no type that the database may write
    /// differently.
    @Test
    void theJournalHasNoColumnThatTheDatabaseRewrites() {
        assertThat(ofType("jsonb")).noneMatch(column -> column.startsWith("journal."));
        assertThat(ofType("json")).noneMatch(column -> column.startsWith("journal."));
    }
}

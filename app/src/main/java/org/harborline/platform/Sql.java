// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The only way to the database. Statements must be compile-time constants, so no value can ever become SQL text.
@Component
public class Sql {

    private final JdbcClient client;
    private final NamedParameterJdbcTemplate batches;

    public Sql(JdbcClient client, NamedParameterJdbcTemplate batches) {
        this.client = client;
        this.batches = batches;
    }

    /// Starts a statement with named parameters.
    public JdbcClient.StatementSpec of(@CompileTimeConstant String statement) {
        return client.sql(statement);
    }

    /// Runs one statement for many rows in one round trip. Nothing happens for no rows.
    ///
    /// @return how many rows each run changed
    public int[] batch(@CompileTimeConstant String statement, List<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        @SuppressWarnings({"unchecked", "rawtypes"})
        Map<String, ?>[] parameters = rows.toArray(new Map[0]);
        return batches.batchUpdate(statement, parameters);
    }
}

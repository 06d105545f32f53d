// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.bench;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.harborline.platform.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/// The ceiling of `bench intake` writes the rows of the server by statements of its own. Here, because only here are
/// the
/// tables that they must fit.
@SpringBootTest
class CeilingScriptTests {

    @Value("${harborline.database.url}")
    String url;

    @Test
    void everyStatementFitsTheTablesOfTheServer() throws IOException, SQLException {
        var script = Script.named("intake-ceiling.sql");
        TestServer.asSuperuser(url, script.statements("prepare").toArray(String[]::new));
        try (var connection = DriverManager.getConnection(url, "postgres", "")) {
            for (String section : script.sections()) {
                for (String statement : script.statements(section)) {
                    try (var prepared = connection.prepareStatement(statement)) {
                        // asking for its parameters lets the database read it
                        assertThatCode(prepared::getParameterMetaData)
                                .as(section)
                                .doesNotThrowAnyException();
                    }
                }
            }
        }
    }

    @AfterEach
    void remove() {
        TestServer.asSuperuser(url, "DROP SCHEMA IF EXISTS ceiling CASCADE");
    }
}

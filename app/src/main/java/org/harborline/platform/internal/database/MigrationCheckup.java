// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.database;

import org.harborline.platform.Checkup;
import org.harborline.platform.Checkup.Answer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Whether the tables are those of this program.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "harborline.command", havingValue = "true")
class MigrationCheckup {

    @Bean
    Checkup migrationsCheckup(ObjectProvider<Database> database, ObjectProvider<DatabasePasswords> passwords) {
        return new Checkup(50, "tables", () -> {
            DatabaseAddress owner = DatabaseRoles.in(database.getObject(), passwords.getObject())
                    .owner();
            return TableRelease.of(owner)
                    .complaint()
                    .map(Answer::wrong)
                    .orElseGet(() -> Answer.good("All tables are those of this release."));
        });
    }
}

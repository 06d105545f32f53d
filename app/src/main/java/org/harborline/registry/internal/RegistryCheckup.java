// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.harborline.platform.Checkup;
import org.harborline.platform.Checkup.Answer;
import org.harborline.platform.Sql;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Whether somebody still vouches for where reports are sent.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "harborline.command", havingValue = "true")
class RegistryCheckup {

    /// Hosts and areas of agencies change about once a year.
    private static final int MONTHS = 12;

    @Bean
    Checkup coverageCheckup(ObjectProvider<Sql> sql, Clock clock) {
        return new Checkup(130, "coverage", () -> {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            long stale = sql.getObject()
                    .of("""
                            SELECT count(*)
                              FROM registry.coverage
                             WHERE verified_on < :oldest
                               AND effective_from <= :today
                               AND (effective_until IS NULL OR effective_until >= :today)
                            """)
                    .param("oldest", today.minusMonths(MONTHS))
                    .param("today", today)
                    .query(Long.class)
                    .single();
            return stale == 0
                    ? Answer.good("Every coverage entry was verified in the last " + MONTHS + " months.")
                    : Answer.warning(stale + " coverage entries were last verified more than " + MONTHS
                            + " months ago; ask those agencies and confirm the entries on their pages.");
        });
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.doctor;

import java.util.List;
import java.util.stream.Collectors;
import org.harborline.platform.Checkup;
import org.harborline.platform.Checkup.Answer;
import org.harborline.platform.Sql;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Whether jobs that are tried again until they succeed ever do.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "harborline.command", havingValue = "true")
class JobCheckup {

    /// Once or twice is a mail server that restarts.
    private static final int OFTEN = 3;

    @Bean
    Checkup jobsCheckup(ObjectProvider<Sql> sql) {
        return new Checkup(76, "jobs", () -> answer(failing(sql.getObject())));
    }

    private static List<Failing> failing(Sql sql) {
        return sql.of("""
                        SELECT task_name, count(*) AS jobs, max(consecutive_failures) AS tries
                          FROM job.scheduled_tasks
                         WHERE consecutive_failures >= :often
                         GROUP BY task_name
                         ORDER BY task_name
                        """)
                .param("often", OFTEN)
                .query((row, _) -> new Failing(row.getString("task_name"), row.getLong("jobs"), row.getLong("tries")))
                .list();
    }

    private static Answer answer(List<Failing> failing) {
        return failing.isEmpty()
                ? Answer.good("None keeps failing.")
                : Answer.warning("Jobs keep failing: "
                        + failing.stream().map(Failing::words).collect(Collectors.joining(", "))
                        + "; look for \"job "
                        + failing.getFirst().name()
                        + " failed\" in the log and mend what it names.");
    }

    /// Jobs of one kind that fail again and again.
    private record Failing(String name, long jobs, long tries) {

        String words() {
            return jobs + " of " + name + " (up to " + tries + " times)";
        }
    }
}

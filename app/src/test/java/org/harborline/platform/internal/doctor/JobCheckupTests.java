// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.harborline.platform.Checkup.Answer;
import org.harborline.platform.Checkup.State;
import org.harborline.platform.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class JobCheckupTests {

    @Autowired
    Sql sql;

    private Answer look() {
        return new JobCheckup()
                .jobsCheckup(new StaticListableBeanFactory(Map.of("sql", sql)).getBeanProvider(Sql.class))
                .look()
                .get();
    }

    /// A job of the far future, so that nobody takes it.
    private void failed(String name, String instance, int times) {
        int _ = sql.of("""
                INSERT INTO job.scheduled_tasks (task_name, task_instance, execution_time, picked, consecutive_failures, version)
                VALUES (:name, :instance, '2999-01-01', false, :times, 1)
                """)
                .param("name", name)
                .param("instance", instance)
                .param("times", times)
                .update();
    }

    @AfterEach
    void clear() {
        int _ = sql.of("DELETE FROM job.scheduled_tasks WHERE task_name LIKE 'test.%'")
                .update();
    }

    @Test
    void namesTheKindsOfJobsThatFailAgainAndAgain() {
        failed("test.once", "a", 1);
        failed("test.twice", "a", 2);
        assertThat(look()).isEqualTo(Answer.good("None keeps failing."));

        failed("test.mail", "a", 3);
        failed("test.mail", "b", 17);

        assertThat(look().state()).isEqualTo(State.WARNING);
        assertThat(look().sentence())
                .contains("2 of test.mail (up to 17 times)", "\"job test.mail failed\"")
                .doesNotContain("test.once", "test.twice");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.internal.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.harborline.platform.Checkup;
import org.harborline.platform.Checkup.Answer;
import org.harborline.platform.DataDirectory;
import org.harborline.platform.Sql;
import org.harborline.platform.outbound.Mail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the machine has to give: Java, space, time and a way to reach people.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "harborline.command", havingValue = "true")
class MachineCheckups {

    private static final int JAVA = 25;
    private static final long LITTLE = 5L << 30;
    private static final long TOO_LITTLE = 1L << 30;
    private static final Duration APART = Duration.ofSeconds(5);

    @Bean
    Checkup javaCheckup() {
        return new Checkup(10, "java", () -> java(Runtime.version().feature()));
    }

    static Answer java(int feature) {
        return feature >= JAVA
                ? Answer.good("Java " + feature + ".")
                : Answer.wrong("Java " + feature + " is too old; install a JDK " + JAVA + " and set JAVA_HOME.");
    }

    @Bean
    Checkup diskCheckup(DataDirectory data) {
        return new Checkup(90, "disk space", () -> {
            Path there = data.path();
            while (!Files.exists(there) && there.getParent() != null) {
                there = there.getParent();
            }
            try {
                return disk(Files.getFileStore(there).getUsableSpace());
            } catch (IOException cannot) {
                throw new UncheckedIOException(cannot);
            }
        });
    }

    static Answer disk(long free) {
        String sentence = (free >> 20) + " MB are free where the data is.";
        if (free < TOO_LITTLE) {
            return Answer.wrong(sentence + " Make room now: the database stops when nothing is left.");
        }
        return free < LITTLE ? Answer.warning(sentence + " Make room soon.") : Answer.good(sentence);
    }

    @Bean
    Checkup clockCheckup(ObjectProvider<Sql> sql, Clock clock) {
        return new Checkup(100, "clock", () -> {
            Instant database = instant(sql.getObject(), clock.instant());
            Instant newest = sql.getObject()
                    .of("SELECT recorded_at FROM journal.entry ORDER BY position DESC LIMIT 1")
                    .query((row, _) ->
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant())
                    .optional()
                    .orElse(Instant.EPOCH);
            return clock(clock.instant(), database, newest);
        });
    }

    private static Instant instant(Sql sql, Instant own) {
        return sql.of("SELECT clock_timestamp() AS now")
                .query((row, _) -> row.getObject("now", OffsetDateTime.class).toInstant())
                .optional()
                .orElse(own);
    }

    static Answer clock(Instant own, Instant database, Instant newestEntry) {
        if (Duration.between(own, database).abs().compareTo(APART) > 0) {
            return Answer.wrong("The clocks of this machine and of the database are "
                    + Duration.between(own, database).abs().toSeconds()
                    + " seconds apart; let both follow a time server (NTP).");
        }
        if (newestEntry.isAfter(own.plus(APART))) {
            return Answer.wrong("The newest journal entry is from " + newestEntry
                    + ", later than now; set the clock of this machine right.");
        }
        return Answer.good("This machine and the database agree.");
    }

    @Bean
    Checkup mailCheckup(ObjectProvider<Mail> mail) {
        return new Checkup(
                120,
                "mail",
                () -> mail.getObject().isSet()
                        ? Answer.good("A mail server is set.")
                        : Answer.warning("No mail server is set, so nobody is reached by mail; set SPRING_MAIL_HOST and"
                                + " HARBORLINE_OUTBOUND_MAIL_FROM."));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal.door;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.harborline.platform.Checkup;
import org.harborline.platform.Checkup.Answer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Whether the numbers that people in need are shown were looked at in time.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "harborline.command", havingValue = "true")
class HelpLineCheckup {

    @Bean
    Checkup helpLinesCheckup(ObjectProvider<HelpLineTable> lines, Clock clock) {
        return new Checkup(126, "help lines", () -> {
            var all = lines.getObject().list(null);
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            long expired = all.stream().filter(line -> line.expiredOn(today)).count();
            if (all.isEmpty()) {
                return Answer.warning(
                        "The public door can show no emergency number; enter some at" + " /operator/help-lines.");
            }
            return expired == 0
                    ? Answer.good("All emergency and help numbers were reviewed in time.")
                    : Answer.wrong("Emergency or help numbers that nobody reviewed in time: " + expired
                            + ". People are shown the emergency number alone until it is done; see"
                            + " /operator/help-lines.");
        });
    }
}

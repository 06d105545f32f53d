// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.harborline.intake.Scheme;
import org.harborline.platform.Checkup;
import org.harborline.platform.Checkup.Answer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Whether somebody looks at what the law says.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "harborline.command", havingValue = "true")
class SchemeCheckup {

    @Bean
    Checkup schemeCheckup(ObjectProvider<SchemeTable> table, Clock clock) {
        return new Checkup(127, "scheme", () -> {
            var entered = table.getObject().newest();
            boolean overdue =
                    entered.orElse(Scheme.BROUGHT).overdueOn(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
            return overdue
                    ? Answer.warning("What the law says about receipts and preservation was not reviewed in time; see"
                            + " /operator/scheme.")
                    : Answer.good(
                            entered.isPresent()
                                    ? "What the law says about receipts and preservation was reviewed in time."
                                    : "Receipts say what Harborline brings; an operator can enter the law at"
                                            + " /operator/scheme.");
        });
    }
}

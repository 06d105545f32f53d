// SPDX-License-Identifier: Apache-2.0
package org.harborline.triage.internal;

import java.time.Clock;
import org.harborline.platform.Checkup;
import org.harborline.platform.Checkup.Answer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Whether a page about danger would reach somebody now. A mail server alone does not: the rota can be
/// empty.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "harborline.command", havingValue = "true")
class RotaCheckup {

    @Bean
    Checkup rotaDutyCheckup(ObjectProvider<DutyRota> rota, Clock clock) {
        return new Checkup(125, "rota", () -> {
            if (!rota.getObject().reachesSomebody()) {
                return Answer.warning("Nobody can be paged about danger now; put somebody on the rota at"
                        + " /operator/rota, and set a mail server or list the host of their webhook in"
                        + " HARBORLINE_OUTBOUND_HOSTS.");
            }
            return rota.getObject().reachesSomebodyOnDuty(clock.instant())
                    ? Answer.good("Somebody on duty now can be paged.")
                    : Answer.warning("Nobody who can be paged is on duty now, so everybody on the rota is; see"
                            + " /operator/rota.");
        });
    }
}

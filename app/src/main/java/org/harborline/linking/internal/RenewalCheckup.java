// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import org.harborline.platform.Checkup;
import org.harborline.platform.Checkup.Answer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Whether the keys of identifiers are those that the rules in force make.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "harborline.command", havingValue = "true")
class RenewalCheckup {

    @Bean
    Checkup matchRulesCheckup(ObjectProvider<RenewalTable> renewals) {
        return new Checkup(
                140,
                "match rules",
                () -> renewals.getObject()
                        .find()
                        .map(RenewalCheckup::answer)
                        .orElse(Answer.good("A running server notes by which rules keys of identifiers are made.")));
    }

    private static Answer answer(RenewalTable.Row row) {
        if (row.finishedAt() == null) {
            return Answer.warning("Keys of identifiers are being made anew after a change of rules, " + row.percent()
                    + " % are done; a running server goes on with it by itself, unless a part of it is parked.");
        }
        return row.rules().equals(MatchRule.inForce())
                ? Answer.good("All keys of identifiers are those of the rules in force.")
                : Answer.warning("Rules that make keys of identifiers have changed; a running server makes them anew.");
    }
}

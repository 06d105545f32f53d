// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import org.harborline.platform.Checkup;
import org.harborline.platform.Checkup.Answer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Whether every report can be read to look for others like it.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "harborline.command", havingValue = "true")
class LinkingCheckup {

    @Bean
    Checkup suggestedLinksCheckup(ObjectProvider<ProfileTable> profiles) {
        return new Checkup(78, "suggested links", () -> {
            int unread = profiles.getObject().countParked();
            return unread == 0
                    ? Answer.good("Every report can be compared with others.")
                    : Answer.warning(unread
                            + " reports could not be read, and no links are suggested for them; look for"
                            + " \"cannot be read to be compared\" in the log and mend what it names. Each is tried "
                            + ProfileTable.TRIES + " times within four days, and anew after ./harborline rebuild"
                            + " linking.");
        });
    }
}

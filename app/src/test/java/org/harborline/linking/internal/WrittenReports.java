// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import org.harborline.journal.Journal;
import org.harborline.platform.Transactions;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Lets tests write reports down instead of sending them.
@TestConfiguration(proxyBeanMethods = false)
class WrittenReports {

    @Bean
    @Primary
    ReceivedReports receivedReports(Journal journal, Transactions transactions) {
        return new ReceivedReports(journal, transactions);
    }
}

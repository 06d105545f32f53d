// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.internal;

import java.time.Clock;
import org.harborline.journal.Journal;
import org.harborline.platform.Transactions;
import org.springframework.stereotype.Component;

/// What every change needs.
@Component
record Writing(Transactions transactions, Journal journal, Clock clock) {}

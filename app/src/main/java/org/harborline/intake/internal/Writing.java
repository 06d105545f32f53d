// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Clock;
import org.harborline.journal.Journal;
import org.harborline.platform.Transactions;
import org.springframework.stereotype.Component;

/// What every change needs: a transaction, its facts, a moment and numbers.
@Component
record Writing(Transactions transactions, Journal journal, Clock clock, ReportNumbers numbers) {}

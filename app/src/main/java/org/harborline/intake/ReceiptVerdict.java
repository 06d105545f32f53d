// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.time.Instant;

/// Whether a receipt is genuine.
public sealed interface ReceiptVerdict {

    /// Signed with the key, and the filing is in the journal under a root signed with the key.
    ///
    /// @param size how many entries the root covers
    record Proved(long report, Instant filedAt, Instant preservedUntil, long position, long size, Instant rootSignedAt)
            implements ReceiptVerdict {}

    /// Signed with the key, but issued before a root covered the filing.
    ///
    /// @param from when the sender could fetch one with a proof
    record Unproved(long report, Instant filedAt, Instant from) implements ReceiptVerdict {}

    /// Not genuine.
    record Wrong(Flaw flaw) implements ReceiptVerdict {}

    /// The first thing that is wrong, in the order in which a receipt is looked at.
    enum Flaw {
        /// Not the text of a receipt.
        UNREADABLE,
        /// The journal entry was changed: the leaf is not its hash.
        ENTRY,
        /// The audit path does not lead from the entry to the root.
        PATH,
        /// The root was not signed with the key.
        ROOT,
        /// The journal entry is not the filing of this report.
        REPORT,
        /// The journal entry names another position.
        POSITION,
        /// The journal entry names another time of filing.
        TIME,
        /// The words of the receipt were not signed with the key.
        WORDS
    }
}

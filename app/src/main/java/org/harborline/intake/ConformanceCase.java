// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

/// What a client has to show, in the order in which it is easiest. Each case can be shown on either interface.
public enum ConformanceCase {
    /// Asks whether the interface is there; in JSON, for the feed of its reports.
    STATUS,
    /// Files a report with the least a report has.
    MINIMAL,
    /// Files one with an account, a network address with its time, where it happened, and words.
    FULL,
    /// Files one that asks for high priority.
    ESCALATED,
    /// Is refused for what a document holds, and files the next one.
    CORRECTED,
    /// Asks again after a lost answer: finishes twice and takes 5102 for what it is, or files twice under one key.
    REPEATED,
    /// Takes a report back before it is filed; what one call has filed, it corrects by another report.
    RETRACTED,
    /// Adds to a report that it filed before, by its number.
    SUPPLEMENT,
    /// Says what it keeps of an item, by its own reference and without sending it.
    ITEM
}

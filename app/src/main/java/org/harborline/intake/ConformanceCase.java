// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

/// What a client has to show, in the order in which it is easiest.
public enum ConformanceCase {
    /// Asks whether the interface is there.
    STATUS,
    /// Files a report with the least a report has.
    MINIMAL,
    /// Files one with an account, a network address with its time, where it happened, and words.
    FULL,
    /// Files one that asks for high priority.
    ESCALATED,
    /// Is refused for what a document holds, and files the next one.
    CORRECTED,
    /// Asks again after a lost answer, and takes 5102 for what it is.
    REPEATED,
    /// Takes a report back before it is filed.
    RETRACTED,
    /// Adds to a report that it filed before, by its number.
    SUPPLEMENT,
    /// Says what it keeps of an item, by its own reference and without sending it.
    ITEM
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.linking;

/// What is known of two reports because they were written so.
public sealed interface Planted {

    /// The report of the smaller number.
    long first();

    long second();

    /// They do not belong together, though something in them looks as if they did.
    record Apart(LinkingTrap trap, long first, long second) implements Planted {}

    /// They name one person, and an identifier of this kind shows it, in whatever spelling.
    record Together(ExactKind kind, long first, long second) implements Planted {}
}

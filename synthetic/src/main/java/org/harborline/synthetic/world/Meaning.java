// SPDX-License-Identifier: Apache-2.0
package org.harborline.synthetic.world;

/// What an identifier says about people, known because they are invented. Only the first may join reports.
public enum Meaning {
    /// One reported person's alone.
    IDENTIFIES,
    /// Used by several people at the same time: an office phone, a household's device.
    SHARED,
    /// One person's first and, months later, another's.
    RECYCLED,
    /// A carrier's address with many unrelated subscribers behind it.
    CARRIER,
    /// A proxy's address.
    PROXY,
    /// A line's address, handed to somebody else now and then.
    LEASED,
    /// The same word chosen by unrelated people on different platforms.
    COINCIDENCE,
    /// A filler that says nothing, such as a device id of zeros.
    PLACEHOLDER,
    /// Something many people look at: a page, a viral item.
    PUBLIC,
    /// A victim's: it must not join the people reported.
    VICTIM
}

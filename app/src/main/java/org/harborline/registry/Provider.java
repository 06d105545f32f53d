// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.util.List;
import java.util.Set;

/// A company that reports.
///
/// @param code permanent short name, unique, such as `example-chat`
/// @param services what it runs, in the order of their names
/// @param contactsHeld kinds of contact point on file; what is not in it is missing
/// @param standing where it stands with us
/// @param lenient its documents are put in order, and what the schema does not know in them is kept, instead of refused
/// @param sample comes from sample data
/// @param version raised by every change; a change made on an older version is refused
public record Provider(
        ProviderId id,
        String code,
        String name,
        List<Offering> services,
        Set<ContactKind> contactsHeld,
        boolean sample,
        Standing standing,
        boolean lenient,
        long version) {

    public Provider {
        services = List.copyOf(services);
        contactsHeld = Set.copyOf(contactsHeld);
    }

    /// One service of the company.
    ///
    /// @param name as people know it
    /// @param domain where it is reached, such as `chat.example`
    public record Offering(String name, String domain) {}
}

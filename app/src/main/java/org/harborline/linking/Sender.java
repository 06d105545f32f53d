// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking;

import java.util.List;
import java.util.UUID;

/// A provider whose accounts and screen names can be looked up.
///
/// @param services what it runs, by name
public record Sender(UUID provider, String name, List<String> services) {

    public Sender {
        services = List.copyOf(services);
    }
}

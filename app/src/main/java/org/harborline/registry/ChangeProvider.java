// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.util.List;

/// Changes a provider's name and services.
///
/// @param version the one that was shown
public record ChangeProvider(ProviderId id, long version, String name, List<Provider.Offering> services) {

    public ChangeProvider {
        Texts.requireName(name);
        Texts.requireServices(services);
        services = List.copyOf(services);
    }
}

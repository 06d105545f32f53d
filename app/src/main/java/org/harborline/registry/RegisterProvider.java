// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.util.List;

/// Enters a new provider.
///
/// @param code permanent short name of lower-case letters, digits and hyphens
public record RegisterProvider(String code, String name, List<Provider.Offering> services) {

    public RegisterProvider {
        Texts.requireCode(code);
        Texts.requireName(name);
        Texts.requireServices(services);
        services = List.copyOf(services);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.List;
import java.util.Optional;
import org.harborline.registry.Location;
import org.springframework.stereotype.Component;

/// Asks the maps in their order until one knows the address.
@Component
class Locations {

    private final List<LocationMap> maps;

    Locations(List<LocationMap> maps) {
        this.maps = List.copyOf(maps);
    }

    Optional<Location> locate(String text) {
        // Never resolves names: only addresses in digits are read.
        IPAddress address = new IPAddressString(text.strip()).getAddress();
        if (address == null || address.isMultiple() || address.isPrefixed()) {
            return Optional.empty();
        }
        IPAddress plain = address.isIPv6() && address.toIPv6().isIPv4Mapped()
                ? address.toIPv6().getEmbeddedIPv4Address()
                : address;
        return maps.stream().flatMap(map -> map.find(plain).stream()).findFirst();
    }
}

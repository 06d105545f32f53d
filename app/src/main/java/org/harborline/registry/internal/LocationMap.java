// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import inet.ipaddr.IPAddress;
import java.util.Optional;
import org.harborline.registry.Location;

/// A map from network addresses to places.
interface LocationMap {

    /// Where the address is, if the map knows.
    Optional<Location> find(IPAddress address);
}

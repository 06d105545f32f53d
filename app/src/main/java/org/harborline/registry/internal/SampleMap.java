// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.format.util.DualIPv4v6AssociativeTries;
import java.util.Optional;
import org.harborline.platform.Code;
import org.harborline.platform.Mode;
import org.harborline.registry.Location;
import org.harborline.registry.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Pretends, in the sandbox only, that the documentation prefixes are somewhere. Other addresses it does not know.
@Component
@Order(1)
class SampleMap implements LocationMap {

    private final DualIPv4v6AssociativeTries<Location> places = new DualIPv4v6AssociativeTries<>();

    SampleMap(Mode mode) {
        if (mode != Mode.SANDBOX) {
            return;
        }
        var file = DataFile.read("sample/locations.csv", Row.class);
        Code source = Code.of(file.name() + "." + file.version());
        for (Row row : file.rows()) {
            IPAddress prefix = new IPAddressString(row.prefix()).getAddress();
            if (prefix == null) {
                throw new IllegalStateException("the sample map has a row without a prefix");
            }
            Location _ = places.put(prefix, new Location(row.place(), source));
        }
    }

    @Override
    public Optional<Location> find(IPAddress address) {
        var node = places.longestPrefixMatchNode(address);
        return node == null ? Optional.empty() : Optional.of(node.getValue());
    }

    /// A line of the file.
    record Row(
            String prefix,
            String country,
            @Nullable String region,
            @Nullable String county,
            @Nullable String city,
            @Nullable String postcode) {

        Place place() {
            return new Place(country, region, county, city, postcode);
        }
    }
}

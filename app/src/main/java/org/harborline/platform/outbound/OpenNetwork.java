// SPDX-License-Identifier: Apache-2.0
package org.harborline.platform.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;

/// Tells addresses of the open network from those of a house, of a machine and of its surroundings.
final class OpenNetwork {

    private OpenNetwork() {}

    static boolean has(InetAddress address) {
        return !(address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isInner(address));
    }

    private static boolean isInner(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        if (address instanceof Inet6Address) {
            // unique local addresses, and those that carry an IPv4 address in them (NAT64, 6to4, mapped)
            return (first & 0xfe) == 0xfc || isCarrier(bytes);
        }
        int second = bytes[1] & 0xff;
        boolean carrierGrade = first == 100 && (second & 0xc0) == 64;
        return first == 0 || first >= 240 || carrierGrade;
    }

    private static boolean isCarrier(byte[] bytes) {
        boolean nat64 = bytes[0] == 0 && (bytes[1] & 0xff) == 0x64;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean embedded = bytes[0] == 0 && bytes[1] == 0;
        return nat64 || sixToFour || embedded;
    }
}

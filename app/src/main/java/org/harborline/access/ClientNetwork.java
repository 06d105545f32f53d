// SPDX-License-Identifier: Apache-2.0
package org.harborline.access;

import com.google.common.net.InetAddresses;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import org.jspecify.annotations.Nullable;

/// The network a request came from: /24 for IPv4, /64 for IPv6. Single addresses are not told apart, because one person
/// can easily have all of a network's. Never stored or logged in clear.
public final class ClientNetwork {

    private static final ClientNetwork UNKNOWN = new ClientNetwork("unknown");

    private final String block;

    private ClientNetwork(String block) {
        this.block = block;
    }

    /// The network of an address as the connector gives it. Addresses that cannot be read share one network.
    public static ClientNetwork of(String address) {
        var zone = address.indexOf('%');
        var plainAddress = zone < 0 ? address : address.substring(0, zone);
        // The block parser alone would read much more as an address than is one, an empty text for instance.
        var parsed = InetAddresses.isInetAddress(plainAddress) ? new IPAddressString(plainAddress).getAddress() : null;
        if (parsed == null) {
            return UNKNOWN;
        }
        IPAddress plain = parsed.isIPv6() && parsed.toIPv6().isIPv4Mapped()
                ? parsed.toIPv6().getEmbeddedIPv4Address()
                : parsed;
        return new ClientNetwork(plain.toPrefixBlock(plain.isIPv4() ? 24 : 64).toCanonicalString());
    }

    /// Text to be put through the keyed function, never anywhere else.
    public String clear() {
        return block;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClientNetwork that && block.equals(that.block);
    }

    @Override
    public int hashCode() {
        return block.hashCode();
    }

    @Override
    public String toString() {
        return "ClientNetwork[***]";
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv6.IPv6Address;
import org.jspecify.annotations.Nullable;

/// Reads a network as an operator's list writes it, in the one way that every reader takes for the same network. What
/// some readers would take for another one is refused with the way to write it.
final class ListedNetwork {

    private static final String TOO_WIDE = "it is wider than anybody's; the widest are /8 of IPv4 and /16 of IPv6";
    private static final int WIDEST_IPV4 = 8;
    private static final int WIDEST_IPV6 = 16;
    private static final IPAddressStringParameters STRICT = strict();

    private ListedNetwork() {}

    /// @throws IllegalArgumentException saying how to write it
    static IPAddress read(@Nullable String text) {
        if (text != null && text.endsWith("/0")) {
            throw wrong(TOO_WIDE);
        }
        IPAddress address = text == null ? null : new IPAddressString(text, STRICT).getAddress();
        if (address == null) {
            throw wrong("write it like 203.0.113.0/24, four decimal numbers without leading zeros, or 2001:db8::/32");
        }
        int bits = address.isPrefixed() ? address.getNetworkPrefixLength() : address.getBitCount();
        IPAddress block = address.toPrefixBlock(bits);
        if (isIpv4InIpv6(block)) {
            throw wrong("it holds IPv4 addresses, write them as such, like 203.0.113.0/24");
        }
        if (bits < (address.isIPv6() ? WIDEST_IPV6 : WIDEST_IPV4)) {
            throw wrong(TOO_WIDE);
        }
        if (!address.getLower().withoutPrefixLength().equals(block.getLower().withoutPrefixLength())) {
            throw wrong(
                    "it has bits behind its prefix; write " + block.getLower().withoutPrefixLength() + "/" + bits
                            + " for the whole network, or the one address without a prefix");
        }
        return block;
    }

    private static IllegalArgumentException wrong(String sentence) {
        return new IllegalArgumentException("column network: " + sentence);
    }

    /// Mapped or translated by NAT64: what is stated so is read as the IPv4 address, and would never be found.
    private static boolean isIpv4InIpv6(IPAddress block) {
        if (!block.isIPv6()) {
            return false;
        }
        IPv6Address six = block.getLower().toIPv6();
        return six.isIPv4Mapped() || six.isWellKnownIPv4Translatable();
    }

    private static IPAddressStringParameters strict() {
        var parameters = new IPAddressStringParameters.Builder()
                .allowEmpty(false)
                .allowAll(false)
                .allowSingleSegment(false)
                .allowPrefix(true)
                .allowMask(false)
                .allowPrefixOnly(false)
                .allowWildcardedSeparator(false)
                .allow_inet_aton(false)
                .setRangeOptions(RangeParameters.NO_RANGE);
        parameters
                .getIPv4AddressParametersBuilder()
                .allowLeadingZeros(false)
                .allowBinary(false)
                .allowPrefixLengthLeadingZeros(false);
        parameters
                .getIPv6AddressParametersBuilder()
                .allowZone(false)
                .allowBase85(false)
                .allowBinary(false)
                .allowPrefixLengthLeadingZeros(false);
        return parameters.toParams();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv6.IPv6Address;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.harborline.intake.StatedIdentifier;
import org.harborline.intake.StatedTime;
import org.harborline.linking.Strength;
import org.harborline.platform.Code;
import org.jspecify.annotations.Nullable;

/// Network addresses. Behind a shared address only source port and exact time together lead to one subscriber, so only
/// the three together make a strong key (RFC 6302). A proxy's address is context, whatever else was stated.
final class AddressRules implements KindRules {

    static final Code NOT_PUBLIC = Code.of("not-public-address");
    static final Code DOCUMENTATION = Code.of("documentation-address");
    static final Code PROXY = Code.of("possible-proxy");
    static final Code PORT_MISSING = Code.of("port-missing");
    static final Code TIME_MISSING = Code.of("time-missing");
    static final Code OFFSET_UNKNOWN = Code.of("time-offset-unknown");
    static final Code SERVER_PORT = Code.of("port-of-a-server");
    static final Code DATE_ONLY = Code.of("time-is-a-date");
    static final Code TRANSITION = Code.of("transition-address");

    /// Ports below are those of services, stated where the source port belongs (RFC 6335).
    private static final int LOWEST_SOURCE_PORT = 1024;

    private static final int SITE_BITS = 64;
    private static final IPAddressStringParameters STRICT = strict();
    private static final List<IPAddress> DOCUMENTATION_NETS =
            blocks("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32");
    private static final List<IPAddress> NEVER_SAMPLE_NETS = blocks("3fff::/20");
    private static final List<IPAddress> VOID_NETS = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/127",
            "fc00::/7",
            "fe80::/10",
            "ff00::/8");

    private final boolean sample;

    /// @param sample treat documentation addresses as public ones, because invented reports use no others
    AddressRules(boolean sample) {
        this.sample = sample;
    }

    /// The address that is stated, if it can be read as one.
    static Optional<IPAddress> address(StatedIdentifier stated) {
        return Optional.ofNullable(unwrap(read(stated.value().strip())));
    }

    @Override
    public Normalised apply(StatedIdentifier stated, Origin origin) {
        IPAddress address = address(stated).orElse(null);
        if (address == null) {
            return Normalised.without(stated.value().strip(), Normalised.UNREADABLE);
        }
        String canonical = address.toCanonicalString();
        if (within(VOID_NETS, address)) {
            return Normalised.without(canonical, NOT_PUBLIC);
        }
        if (within(NEVER_SAMPLE_NETS, address) || (!sample && within(DOCUMENTATION_NETS, address))) {
            return Normalised.without(canonical, DOCUMENTATION);
        }
        Normalised result = new Normalised(canonical, keys(stated, address), notes(stated));
        if (Boolean.TRUE.equals(stated.quality().possibleProxy())) {
            result = result.weakened(Strength.CONTEXT, PROXY);
        }
        return isTransition(address) ? result.weakened(Strength.CONTEXT, TRANSITION) : result;
    }

    private static List<MatchKey> keys(StatedIdentifier stated, IPAddress address) {
        List<MatchKey> keys = new ArrayList<>();
        String canonical = address.toCanonicalString();
        if (notes(stated).isEmpty()) {
            keys.add(new MatchKey(
                    MatchRule.ADDRESS_PORT_TIME, Strength.STRONG, "ip-port", canonical + "|" + stated.port()));
        }
        keys.add(new MatchKey(MatchRule.ADDRESS, Strength.WEAK, "ip", canonical));
        if (address.isIPv6()) {
            String site = address.toPrefixBlock(SITE_BITS)
                    .getLower()
                    .withoutPrefixLength()
                    .toCanonicalString();
            keys.add(new MatchKey(MatchRule.ADDRESS_SITE, Strength.CONTEXT, "ip-site", site));
        }
        return keys;
    }

    /// What is missing for a strong key. A time without an offset may be hours off, which is not "the same seconds".
    private static List<Code> notes(StatedIdentifier stated) {
        List<Code> notes = new ArrayList<>();
        if (stated.port() == null) {
            notes.add(PORT_MISSING);
        } else if (stated.port() < LOWEST_SOURCE_PORT) {
            notes.add(SERVER_PORT);
        }
        if (stated.time() == null) {
            notes.add(TIME_MISSING);
        } else if (stated.time().offset() == null) {
            notes.add(OFFSET_UNKNOWN);
        } else if (isMidnight(stated.time())) {
            notes.add(DATE_ONLY);
        }
        return notes;
    }

    /// A date that was made a time, rather than the one second of the day.
    private static boolean isMidnight(StatedTime time) {
        return time.offset() != null
                && time.instant().atOffset(time.offset()).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static @Nullable IPAddress read(String text) {
        return new IPAddressString(text, STRICT).getAddress();
    }

    /// An IPv4 address in IPv6 clothes (mapped, or translated by NAT64) is the IPv4 address.
    private static @Nullable IPAddress unwrap(@Nullable IPAddress address) {
        if (address == null || !address.isIPv6()) {
            return address;
        }
        IPv6Address six = address.toIPv6();
        return six.isIPv4Mapped() || six.isWellKnownIPv4Translatable() ? six.getEmbeddedIPv4Address() : six;
    }

    private static boolean isTransition(IPAddress address) {
        return address.isIPv6()
                && (address.toIPv6().is6To4() || address.toIPv6().isTeredo());
    }

    private static boolean within(List<IPAddress> blocks, IPAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    private static List<IPAddress> blocks(String... texts) {
        return java.util.Arrays.stream(texts)
                .map(text -> new IPAddressString(text).getAddress().toPrefixBlock())
                .toList();
    }

    private static IPAddressStringParameters strict() {
        var parameters = new IPAddressStringParameters.Builder()
                .allowEmpty(false)
                .allowAll(false)
                .allowSingleSegment(false)
                .allowPrefix(false)
                .allowMask(false)
                .allowPrefixOnly(false)
                .allowWildcardedSeparator(false)
                .allow_inet_aton(false)
                .setRangeOptions(RangeParameters.NO_RANGE);
        // A leading zero is octal to some readers and decimal to others: two different subscribers.
        parameters.getIPv4AddressParametersBuilder().allowLeadingZeros(false).allowBinary(false);
        parameters
                .getIPv6AddressParametersBuilder()
                .allowZone(false)
                .allowBase85(false)
                .allowBinary(false);
        return parameters.toParams();
    }
}

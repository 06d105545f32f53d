// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import com.ibm.icu.text.Normalizer2;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.StatedIdentifier;
import org.harborline.linking.Listing;
import org.jspecify.annotations.Nullable;

/// The lists of an operator at one moment: the newest version of each. Never changes.
///
/// A network is found by its exact block, once for each prefix length that occurs, so that a look-up costs the same
/// however many networks there are.
final class KnownLists {

    /// No list at all.
    static final KnownLists NONE = new KnownLists();

    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

    private final Map<IPAddress, List<Entry>> networks = new HashMap<>();
    private final NavigableSet<Integer> shortPrefixes = new TreeSet<>();
    private final NavigableSet<Integer> longPrefixes = new TreeSet<>();
    private final Map<Value, List<Entry>> values = new HashMap<>();

    private KnownLists() {}

    /// @param entries as they are stored
    static KnownLists of(List<Stored> entries) {
        var lists = new KnownLists();
        entries.forEach(lists::add);
        return lists;
    }

    private void add(Stored stored) {
        var entry = new Entry(stored.listing(), stored.from(), stored.to());
        if (stored.network() != null) {
            IPAddress block = new IPAddressString(stored.network()).getAddress();
            int bits = block.isPrefixed() ? block.getNetworkPrefixLength() : block.getBitCount();
            (block.isIPv6() ? longPrefixes : shortPrefixes).add(bits);
            networks.computeIfAbsent(first(block, bits), _ -> new ArrayList<>()).add(entry);
        } else if (stored.identifier() != null && stored.value() != null) {
            values.computeIfAbsent(new Value(stored.identifier(), fold(stored.value())), _ -> new ArrayList<>())
                    .add(entry);
        }
    }

    /// The list on which an address stood when it was seen, the narrowest network first; on any day when no time was
    /// stated.
    ///
    /// @param address one whole address
    Optional<Listing> ofAddress(IPAddress address, StatedIdentifier stated) {
        LocalDate day = day(stated);
        for (int bits : (address.isIPv6() ? longPrefixes : shortPrefixes).descendingSet()) {
            Optional<Listing> found = at(networks.get(first(address, bits)), day);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// The list that says of a value that it stands for nothing.
    Optional<Listing> ofValue(StatedIdentifier stated) {
        return values.isEmpty()
                ? Optional.empty()
                : at(values.get(new Value(stated.kind(), fold(stated.value()))), day(stated));
    }

    private static Optional<Listing> at(@Nullable List<Entry> entries, @Nullable LocalDate day) {
        return entries == null
                ? Optional.empty()
                : entries.stream()
                        .filter(entry -> entry.holds(day))
                        .map(Entry::listing)
                        .findFirst();
    }

    private static @Nullable LocalDate day(StatedIdentifier stated) {
        return stated.time() == null
                ? null
                : stated.time().instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /// The first address of the block of that size around an address: equal for all addresses of one block.
    private static IPAddress first(IPAddress address, int bits) {
        return address.withoutPrefixLength().toPrefixBlock(bits).getLower();
    }

    private static String fold(String value) {
        return FOLD.normalize(value.strip());
    }

    private record Value(IdentifierKind kind, String folded) {}

    private record Entry(
            Listing listing, LocalDate from, @Nullable LocalDate to) {

        boolean holds(@Nullable LocalDate day) {
            return day == null || (!day.isBefore(from) && (to == null || !day.isAfter(to)));
        }
    }

    /// One line of a list: a network, or a value of a kind of identifier.
    record Stored(
            Listing listing,
            @Nullable String network,
            @Nullable IdentifierKind identifier,
            @Nullable String value,
            LocalDate from,
            @Nullable LocalDate to) {}
}

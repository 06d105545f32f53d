// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
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

    private final Map<IPAddress, List<Entry>> networks = new HashMap<>();
    private final NavigableSet<Integer> shortPrefixes = new TreeSet<>();
    private final NavigableSet<Integer> longPrefixes = new TreeSet<>();
    private static final Origin ANYWHERE = new Origin(new UUID(0, 0), null);

    private final Map<String, List<Entry>> values = new HashMap<>();

    private KnownLists() {}

    /// @param entries as they are stored
    /// @param rules by which listed values are read as stated ones are
    static KnownLists of(List<Stored> entries, KindRules rules) {
        var lists = new KnownLists();
        entries.forEach(stored -> lists.add(stored, rules));
        return lists;
    }

    private void add(Stored stored, KindRules rules) {
        var entry = new Entry(stored.listing(), stored.from(), stored.to());
        if (stored.network() != null) {
            IPAddress block = new IPAddressString(stored.network()).getAddress();
            int bits = block.isPrefixed() ? block.getNetworkPrefixLength() : block.getBitCount();
            (block.isIPv6() ? longPrefixes : shortPrefixes).add(bits);
            networks.computeIfAbsent(first(block, bits), _ -> new ArrayList<>()).add(entry);
        } else if (stored.identifier() != null && stored.value() != null) {
            StatedIdentifier listed = stated(stored.identifier(), stored.value());
            ListedForms.of(listed, rules.apply(listed, ANYWHERE))
                    .forEach(form ->
                            values.computeIfAbsent(form, _ -> new ArrayList<>()).add(entry));
        }
    }

    private static StatedIdentifier stated(IdentifierKind kind, String value) {
        return new StatedIdentifier(
                kind,
                value,
                null,
                null,
                PartyRole.REPORTED_PERSON,
                0,
                null,
                null,
                null,
                StatedIdentifier.Quality.UNSTATED,
                "/list");
    }

    /// The list on which an address stood on a day, the narrowest network first.
    ///
    /// @param address one whole address
    /// @param day absent when any will do
    Optional<Listing> ofAddress(IPAddress address, @Nullable LocalDate day) {
        for (int bits : (address.isIPv6() ? longPrefixes : shortPrefixes).descendingSet()) {
            Optional<Listing> found = at(networks.get(first(address, bits)), day);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// The list that said of a value on a day that it stands for nothing.
    ///
    /// @param read what the rules make of the value
    /// @param day absent when any will do
    Optional<Listing> ofValue(StatedIdentifier stated, Normalised read, @Nullable LocalDate day) {
        Set<String> forms = values.isEmpty() ? Set.of() : ListedForms.of(stated, read);
        return forms.stream()
                .flatMap(form -> at(values.get(form), day).stream())
                .findFirst();
    }

    private static Optional<Listing> at(@Nullable List<Entry> entries, @Nullable LocalDate day) {
        return entries == null
                ? Optional.empty()
                : entries.stream()
                        .filter(entry -> entry.holds(day))
                        .map(Entry::listing)
                        .findFirst();
    }

    /// The day (UTC) that counts: of the sighting, else of the incident that the report is about; absent when neither
    /// is
    /// known.
    static @Nullable LocalDate day(StatedIdentifier stated, Origin origin) {
        Instant seen = stated.time() == null ? origin.happened() : stated.time().instant();
        return seen == null ? null : seen.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /// The first address of the block of that size around an address: equal for all addresses of one block.
    private static IPAddress first(IPAddress address, int bits) {
        return address.withoutPrefixLength().toPrefixBlock(bits).getLower();
    }

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

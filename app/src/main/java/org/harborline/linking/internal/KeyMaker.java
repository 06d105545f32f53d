// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.StatedIdentifier;
import org.harborline.linking.Strength;
import org.harborline.vault.BlindKey;
import org.harborline.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Blinds the match keys of reports and findings.
@Component
class KeyMaker {

    private static final int ADULT = 18;

    private final Normaliser normaliser;
    private final Vault vault;

    KeyMaker(Normaliser normaliser, Vault vault) {
        this.normaliser = normaliser;
        this.vault = vault;
    }

    /// All keys of a received report, each once, in document order.
    List<Fresh.Key> ofReport(ReceivedReport report, Origin origin) {
        var source = new Source(
                report.number(), null, report.provider(), report.incidentTime().instant());
        var keys = new Collected();
        List<StatedIdentifier> identifiers = Whose.identifiers(report, normaliser, origin);
        for (int i = 0; i < identifiers.size(); i++) {
            StatedIdentifier stated = identifiers.get(i);
            boolean child = RoleSpace.of(stated) == RoleSpace.VICTIM || isChild(report, stated);
            add(keys, source, i, stated, origin, child);
        }
        return keys.list();
    }

    /// The keys of a finding that is an identifier.
    List<Fresh.Key> ofFinding(ReportNumber report, UUID finding, StatedIdentifier stated, Origin origin, Instant seen) {
        var keys = new Collected();
        boolean child = stated.role() == PartyRole.VICTIM;
        add(keys, new Source(report, finding, null, seen), null, stated, origin, child);
        return keys.list();
    }

    /// Blind forms of a value in all roles, each with its role, for look-ups.
    Map<UUID, RoleSpace> probes(Normalised normalised) {
        Map<UUID, RoleSpace> probes = new HashMap<>();
        for (MatchKey key : normalised.keys()) {
            for (RoleSpace role : RoleSpace.values()) {
                blinds(key, role).forEach(form -> probes.put(form, role));
            }
        }
        return probes;
    }

    /// The newest forms of the keys of each identifier of a report, in their order.
    List<NewestKeys> newest(ReceivedReport report, Origin origin) {
        return Whose.identifiers(report, normaliser, origin).stream()
                .map(stated -> newest(stated, origin))
                .toList();
    }

    /// The newest forms of the keys of an identifier.
    NewestKeys newest(StatedIdentifier stated, Origin origin) {
        Map<UUID, BlindKey> byForm = new HashMap<>();
        Map<String, Set<BlindKey>> byRule = new HashMap<>();
        RoleSpace role = RoleSpace.of(stated);
        for (MatchKey key : normaliser.normalise(stated, origin).keys()) {
            BlindKey blind = vault.blind(space(key, role), key.value());
            blinds(key, role).forEach(form -> byForm.put(form, blind));
            byRule.computeIfAbsent(key.rule().id(), _ -> new HashSet<>()).add(blind);
        }
        return new NewestKeys(byForm, byRule);
    }

    private void add(
            Collected keys,
            Source source,
            @Nullable Integer index,
            StatedIdentifier stated,
            Origin origin,
            boolean child) {
        Normalised normalised = normaliser.normalise(stated, origin);
        // Children get exact keys only: nothing that would find them by likeness.
        Normalised allowed = child ? normalised.strongOnly() : normalised;
        for (MatchKey key : allowed.keys()) {
            RoleSpace role = RoleSpace.of(stated);
            BlindKey blind = vault.blind(space(key, role), key.value());
            if (keys.wants(blind, key.strength())) {
                keys.put(new Fresh.Key(
                        sighting(keys.ordinal(blind), source, index, stated, key, blind),
                        key.rule(),
                        key.strength() == Strength.STRONG ? blinds(key, role) : List.of(),
                        key.strength() == Strength.STRONG ? across(key, role) : Map.of()));
            } else if (key.strength() == Strength.STRONG && key.rule().window() != null) {
                keys.seenAlso(blind, time(source, stated));
            }
            keys.statedAt(blind, index);
        }
    }

    private static Sighting sighting(
            int ordinal,
            Source source,
            @Nullable Integer index,
            StatedIdentifier stated,
            MatchKey key,
            BlindKey blind) {
        return new Sighting(
                blind.value(),
                blind.version(),
                source.report(),
                ordinal,
                index,
                source.finding(),
                stated.kind(),
                RoleSpace.of(stated),
                key.rule().id(),
                key.rule().version(),
                key.strength(),
                source.provider(),
                time(source, stated),
                List.of());
    }

    private static Instant time(Source source, StatedIdentifier stated) {
        return stated.time() == null ? source.time() : stated.time().instant();
    }

    private List<UUID> blinds(MatchKey key, RoleSpace role) {
        return vault.probes(space(key, role), key.value()).stream()
                .map(BlindKey::value)
                .toList();
    }

    private Map<UUID, RoleSpace> across(MatchKey key, RoleSpace own) {
        Map<UUID, RoleSpace> across = new HashMap<>();
        for (RoleSpace role : RoleSpace.values()) {
            if (role != own) {
                blinds(key, role).forEach(form -> across.put(form, role));
            }
        }
        return across;
    }

    private static String space(MatchKey key, RoleSpace role) {
        return key.space() + "/" + role.code();
    }

    private static boolean isChild(ReceivedReport report, StatedIdentifier stated) {
        LocalDate day = report.incidentTime().instant().atOffset(ZoneOffset.UTC).toLocalDate();
        return report.parties().stream()
                .filter(party -> party.role() == stated.role() && party.index() == stated.party())
                .anyMatch(party -> (party.statedAge() != null && party.statedAge() < ADULT)
                        || (party.statedBirthDate() != null
                                && party.statedBirthDate().plusYears(ADULT).isAfter(day)));
    }

    /// Numbers of earlier reports that the sender named, as far as they can be read.
    static List<ReportNumber> namedReports(ReceivedReport report) {
        return report.identifiers().stream()
                .filter(stated -> stated.kind() == IdentifierKind.PRIOR_REPORT)
                .map(stated -> stated.value().strip())
                .filter(text -> text.matches("[1-9][0-9]{0,14}"))
                .map(text -> new ReportNumber(Long.parseLong(text)))
                .distinct()
                .toList();
    }

    private record Source(
            ReportNumber report,
            @Nullable UUID finding,
            @Nullable UUID provider,
            Instant time) {}

    /// The keys of one source, each once: its first sighting among the strongest, whatever the document states first.
    private static final class Collected {
        private final List<Fresh.Key> list = new ArrayList<>();
        private final Map<UUID, Integer> places = new HashMap<>();
        private final Map<UUID, Set<Instant>> times = new HashMap<>();
        private final Map<UUID, Set<Integer>> identifiers = new HashMap<>();

        boolean wants(BlindKey blind, Strength strength) {
            Integer place = places.get(blind.value());
            return place == null
                    || strength.compareTo(list.get(place).sighting().strength()) < 0;
        }

        int ordinal(BlindKey blind) {
            return places.getOrDefault(blind.value(), list.size());
        }

        void put(Fresh.Key key) {
            int ordinal = key.sighting().ordinal();
            if (ordinal == list.size()) {
                list.add(key);
            } else {
                list.set(ordinal, key);
            }
            places.put(key.sighting().blind(), ordinal);
            times.put(key.sighting().blind(), new LinkedHashSet<>());
        }

        /// A strong key once more: a device at two times is near whatever else was there at either.
        void seenAlso(BlindKey blind, Instant time) {
            times.computeIfAbsent(blind.value(), _ -> new LinkedHashSet<>()).add(time);
        }

        void statedAt(BlindKey blind, @Nullable Integer identifier) {
            if (identifier != null) {
                identifiers.computeIfAbsent(blind.value(), _ -> new HashSet<>()).add(identifier);
            }
        }

        List<Fresh.Key> list() {
            return list.stream().map(this::whole).toList();
        }

        private Fresh.Key whole(Fresh.Key key) {
            Sighting sighting = key.sighting();
            List<Instant> also = times.getOrDefault(sighting.blind(), Set.of()).stream()
                    .filter(time -> !time.equals(sighting.seenAt()))
                    .toList();
            return new Fresh.Key(
                    also.isEmpty() ? sighting : sighting.alsoAt(also),
                    key.rule(),
                    key.own(),
                    key.across(),
                    Set.copyOf(identifiers.getOrDefault(sighting.blind(), Set.of())));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.StatedIdentifier;

/// Says whose an address or number of the incident is. The interface asks that an e-mail address of the incident is
/// repeated with its party, which may be the victim, so the party that states it too is its holder. A victim wins over
/// a recipient, and both over a reported person. So is a page of the incident the profile of the party that states it
/// as
/// such, and otherwise a place that many people look at. Nobody's address keeps the incident's role and gets no strong
/// key.
final class Whose {

    /// Kinds that the incident states of somebody.
    static final Set<IdentifierKind> HELD = Set.of(IdentifierKind.EMAIL, IdentifierKind.PHONE, IdentifierKind.URL);

    private static final List<RoleSpace> FIRST_WINS =
            List.of(RoleSpace.VICTIM, RoleSpace.RECIPIENT, RoleSpace.REPORTED);

    private final Normaliser normaliser;
    private final Origin origin;
    private final Map<String, Map<RoleSpace, StatedIdentifier>> holders = new HashMap<>();

    private Whose(Normaliser normaliser, Origin origin) {
        this.normaliser = normaliser;
        this.origin = origin;
    }

    /// The identifiers of a report in their order, those of the incident with their holder's role where it has one.
    static List<StatedIdentifier> identifiers(ReceivedReport report, Normaliser normaliser, Origin origin) {
        List<StatedIdentifier> all = report.identifiers();
        if (all.stream().noneMatch(Whose::isOfIncident)) {
            return all;
        }
        var whose = new Whose(normaliser, origin);
        all.stream().filter(stated -> isHeldByAParty(stated)).forEach(whose::holds);
        return all.stream()
                .map(stated -> isOfIncident(stated) ? whose.withHolder(stated) : stated)
                .toList();
    }

    private static boolean isHeldByAParty(StatedIdentifier stated) {
        return stated.role() != PartyRole.INCIDENT
                && (HELD.contains(stated.kind()) || stated.kind() == IdentifierKind.PROFILE_URL);
    }

    private static boolean isOfIncident(StatedIdentifier stated) {
        return stated.role() == PartyRole.INCIDENT && HELD.contains(stated.kind());
    }

    private void holds(StatedIdentifier stated) {
        for (String value : values(stated)) {
            holders.computeIfAbsent(value, _ -> new EnumMap<>(RoleSpace.class))
                    .putIfAbsent(RoleSpace.of(stated), stated);
        }
    }

    /// What the value is compared by, and how it was written.
    private Set<String> values(StatedIdentifier stated) {
        Set<String> values = normaliser.normalise(stated, origin).keys().stream()
                .map(key -> key.space() + "|" + key.value())
                .collect(Collectors.toSet());
        values.add(stated.kind() + "|" + stated.value().strip());
        return values;
    }

    private StatedIdentifier withHolder(StatedIdentifier stated) {
        Set<String> values = values(stated);
        for (RoleSpace space : FIRST_WINS) {
            for (String value : values) {
                StatedIdentifier holder = holders.getOrDefault(value, Map.of()).get(space);
                if (holder != null) {
                    return held(stated, holder);
                }
            }
        }
        return stated;
    }

    private static StatedIdentifier held(StatedIdentifier stated, StatedIdentifier holder) {
        return new StatedIdentifier(
                stated.kind(),
                stated.value(),
                stated.qualifier() == null ? holder.qualifier() : stated.qualifier(),
                stated.type() == null ? holder.type() : stated.type(),
                holder.role(),
                holder.party(),
                stated.event(),
                stated.time(),
                stated.port(),
                holder.quality(),
                holder.path());
    }
}

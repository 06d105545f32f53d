// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.StatedIdentifier;
import org.harborline.intake.StatedTime;
import org.harborline.journal.Journal;
import org.harborline.linking.LinkReason.Rarity;
import org.harborline.linking.LinkingProblem;
import org.harborline.linking.LookUp;
import org.harborline.linking.LookUpAnswer;
import org.harborline.linking.LookUpAnswer.Hit;
import org.harborline.linking.Sender;
import org.harborline.linking.facts.IdentifierLookedUp;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.springframework.stereotype.Component;

/// Answers in which reports an exact identifier is, and leaves a trace of every question that does not contain it.
@Component
class LookUpDesk {

    static final int MOST_HITS = 200;

    static final Code PROVIDER_MISSING = Code.of("provider-missing");

    private static final Set<IdentifierKind> OF_ONE_PROVIDER =
            Set.of(IdentifierKind.PROVIDER_USER_ID, IdentifierKind.SCREEN_NAME);
    /// What would make an exact key of the value if it were said.
    private static final Set<Code> COMPLETES = Set.of(
            AddressRules.PORT_MISSING,
            AddressRules.TIME_MISSING,
            PhoneRules.COUNTRY_UNKNOWN,
            PaymentRules.SCHEME_MISSING);
    private static final Origin ANYWHERE = new Origin(new UUID(0, 0), null);

    private final Normaliser normaliser;
    private final Origins origins;
    private final KeyMaker keys;
    private final SightingTable sightings;
    private final Journal journal;
    private final Transactions transactions;

    LookUpDesk(
            Normaliser normaliser,
            Origins origins,
            KeyMaker keys,
            SightingTable sightings,
            Journal journal,
            Transactions transactions) {
        this.normaliser = normaliser;
        this.origins = origins;
        this.keys = keys;
        this.sightings = sightings;
        this.journal = journal;
        this.transactions = transactions;
    }

    LookUpAnswer lookUp(Actor actor, LookUp lookUp) {
        actor.require(Permission.LOOK_UP);
        if (actor.purpose() == null) {
            throw new ProblemException(PlatformProblem.PURPOSE_NEEDED);
        }
        if (!Normaliser.compares(lookUp.kind())) {
            throw new ProblemException(LinkingProblem.NOT_COMPARED);
        }
        Origin origin = lookUp.provider() == null ? ANYWHERE : origins.of(lookUp.provider(), null);
        Normalised normalised = normaliser.normalise(stated(lookUp), origin);
        Map<UUID, RoleSpace> probes = keys.probes(normalised);
        List<Sighting> found = sightings.ofKeys(probes, MOST_HITS + 1);
        Rarity all = sightings.together(probes);
        var answer = new LookUpAnswer(
                Ids.next(),
                found.stream().limit(MOST_HITS).map(LookUpDesk::hit).toList(),
                all.reports(),
                all.senders(),
                found.size() > MOST_HITS,
                normalised.keys().isEmpty() ? normalised.notes() : List.of(),
                missing(lookUp, normalised));
        transactions.run(() -> journal.record(
                actor, new IdentifierLookedUp(answer.id(), lookUp.kind(), Math.toIntExact(answer.reports()))));
        return answer;
    }

    private static List<Code> missing(LookUp lookUp, Normalised normalised) {
        boolean ofOneProvider = OF_ONE_PROVIDER.contains(lookUp.kind());
        if (normalised.keys().isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        normalised.notes().stream().filter(COMPLETES::contains),
                        ofOneProvider && lookUp.provider() == null ? Stream.of(PROVIDER_MISSING) : Stream.empty())
                .toList();
    }

    /// Providers that can be named, by name.
    List<Sender> senders(Actor actor) {
        actor.require(Permission.LOOK_UP);
        return origins.senders();
    }

    private static StatedIdentifier stated(LookUp lookUp) {
        var at = lookUp.at();
        return new StatedIdentifier(
                lookUp.kind(),
                lookUp.value(),
                lookUp.qualifier(),
                null,
                PartyRole.REPORTED_PERSON,
                0,
                null,
                at == null ? null : new StatedTime(at, at.toString(), ZoneOffset.UTC),
                lookUp.port(),
                StatedIdentifier.Quality.UNSTATED,
                "/look-up");
    }

    private static Hit hit(Sighting sighting) {
        return new Hit(
                sighting.report(),
                sighting.kind(),
                Code.of(sighting.role().name().toLowerCase(Locale.ROOT)),
                Code.of(sighting.rule()),
                sighting.ruleVersion(),
                sighting.strength(),
                sighting.seenAt(),
                sighting.finding());
    }
}

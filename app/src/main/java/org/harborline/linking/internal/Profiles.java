// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReceivedReport.Party;
import org.harborline.intake.ReceivedReport.StatedLocation;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.StatedIdentifier;
import org.harborline.platform.Actor;
import org.harborline.platform.Code;
import org.harborline.platform.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Reads what is compared of the reported persons of reports.
///
/// Of a victim and of an intended recipient, who may be a child, there is none; neither of a reported person who is or
/// may be a child or a victim, nor of an account that was taken over. Accounts that a sender ties to somebody may be
/// another's and are left out.
@Component
class Profiles {

    private static final Logger LOG = LoggerFactory.getLogger(Profiles.class);

    private static final int ADULT = 18;
    /// Of more values of a field the first ones count: keys are made of all of them with one another.
    private static final int VALUES = 5;
    /// So many reports are open at once.
    private static final int OPEN = 100;

    private static final Code BETWEEN_MINORS = Code.of("minorToMinorInteraction");
    private static final Code SELF_PRODUCTION = Code.of("possibleSelfProduction");
    private static final String LEFT_OUT = "[not kept:";

    private final Sources sources;
    private final Normaliser normaliser;
    private final VoidValues voids = new VoidValues();

    Profiles(Sources sources, Normaliser normaliser) {
        this.sources = sources;
        this.normaliser = normaliser;
    }

    /// Of reports that are there; one that cannot be read is an error.
    Map<Profile.Place, Profile> read(Actor reader, Collection<ReportNumber> reports) {
        Map<ReportNumber, ReceivedReport> opened = sources.reports().open(reader, reports);
        return of(opened.values(), sources.origins().ofAll(opened.values())).stream()
                .collect(Collectors.toMap(Profile::place, Function.identity()));
    }

    /// Of very many reports. One that cannot be read is in nobody's way.
    Reading readEach(Actor reader, Collection<ReportNumber> reports) {
        var found = new Reading(new HashMap<>(), new HashSet<>());
        List<ReportNumber> all = reports.stream().distinct().sorted().toList();
        for (int from = 0; from < all.size(); from += OPEN) {
            read(reader, all.subList(from, Math.min(all.size(), from + OPEN)), found);
        }
        return found;
    }

    /// Reads by halves when something fails, until what fails is alone.
    private void read(Actor reader, List<ReportNumber> some, Reading into) {
        try {
            into.profiles().putAll(read(reader, some));
        } catch (TransientDataAccessException
                | RecoverableDataAccessException
                | DataAccessResourceFailureException
                | TransactionException outage) {
            throw outage;
        } catch (RuntimeException failure) {
            if (some.size() == 1) {
                LOG.error("Report {} cannot be read to be compared: {}", some.getFirst(), Traces.of(failure));
                into.unread().add(some.getFirst());
                return;
            }
            int half = some.size() / 2;
            read(reader, some.subList(0, half), into);
            read(reader, some.subList(half, some.size()), into);
        }
    }

    /// What could be read.
    ///
    /// @param unread the reports that could not
    record Reading(Map<Profile.Place, Profile> profiles, Set<ReportNumber> unread) {}

    List<Profile> of(Collection<ReceivedReport> reports, Map<ReportNumber, Origin> from) {
        return reports.stream()
                .flatMap(report -> {
                    Origin origin = from.get(report.number());
                    return origin == null ? Stream.empty() : of(report, origin);
                })
                .toList();
    }

    private Stream<Profile> of(ReceivedReport report, Origin origin) {
        boolean amongChildren = report.annotations().contains(BETWEEN_MINORS)
                || report.items().stream().anyMatch(item -> item.flags().contains(SELF_PRODUCTION));
        if (amongChildren) {
            return Stream.empty();
        }
        List<StatedIdentifier> identifiers = Whose.identifiers(report, normaliser, origin);
        return report.parties().stream()
                .filter(party -> party.role() == PartyRole.REPORTED_PERSON)
                .filter(party -> !mayBeChildOrVictim(party, report))
                .map(party -> of(report, origin, party, identifiers));
    }

    private static boolean mayBeChildOrVictim(Party party, ReceivedReport report) {
        LocalDate incident = LocalDate.ofInstant(report.incidentTime().instant(), ZoneOffset.UTC);
        LocalDate born = party.statedBirthDate();
        Integer age = party.statedAge();
        return (age != null && age < ADULT)
                || (born != null && Period.between(born, incident).getYears() < ADULT)
                || Boolean.TRUE.equals(party.ageAssertionDiscrepancy())
                || Boolean.TRUE.equals(party.compromisedAccount());
    }

    private Profile of(ReceivedReport report, Origin origin, Party party, List<StatedIdentifier> identifiers) {
        List<StatedIdentifier> own = identifiers.stream()
                .filter(stated -> stated.role() == PartyRole.REPORTED_PERSON && stated.party() == party.index())
                .filter(stated -> says(stated, origin))
                .toList();
        List<StatedLocation> places = report.locations().stream()
                .filter(place -> place.role() == PartyRole.REPORTED_PERSON && place.party() == party.index())
                .toList();
        LocalDate born = party.statedBirthDate();
        var stated = new HashMap<String, Stream<String>>();
        stated.put(Profile.NAME, values(own, Set.of(IdentifierKind.PERSON_NAME)));
        stated.put(Profile.ALIAS, values(own, Set.of(IdentifierKind.SCREEN_NAME, IdentifierKind.DISPLAY_NAME)));
        stated.put(Profile.BORN, Stream.ofNullable(born).map(LocalDate::toString));
        stated.put(Profile.PHONE, values(own, Set.of(IdentifierKind.PHONE)));
        stated.put(Profile.EMAIL, values(own, Set.of(IdentifierKind.EMAIL)));
        stated.put(Profile.TOWN, places.stream().flatMap(place -> Stream.ofNullable(place.city())));
        stated.put(Profile.POSTCODE, places.stream().flatMap(place -> Stream.ofNullable(place.postcode())));
        stated.put(Profile.REGION, places.stream().flatMap(Profiles::region));
        var fields = new ArrayList<List<String>>();
        Profile.FIELDS
                .all()
                .forEach(field -> fields.add(stated.getOrDefault(field.name(), Stream.empty())
                        .map(String::strip)
                        .filter(value -> !value.isEmpty() && !value.contains(LEFT_OUT))
                        .distinct()
                        .limit(VALUES)
                        .toList()));
        return new Profile(new Profile.Place(report.number(), party.index()), fields);
    }

    private static Stream<String> values(List<StatedIdentifier> own, Set<IdentifierKind> kinds) {
        return own.stream().filter(stated -> kinds.contains(stated.kind())).map(StatedIdentifier::value);
    }

    private static Stream<String> region(StatedLocation place) {
        return place.region() == null
                ? Stream.empty()
                : Stream.of(Stream.of(place.region(), place.country())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" ")));
    }

    /// What would link nothing by itself because very many have it, or because it is nobody's for sure, is not compared
    /// by likeness either. Names have no keys of their own.
    private boolean says(StatedIdentifier stated, Origin origin) {
        if (!stated.isWhole()
                || stated.quality().holderUnknown()
                || Boolean.TRUE.equals(stated.quality().compromisedAccount())) {
            return false;
        }
        return switch (stated.kind()) {
            case PERSON_NAME, DISPLAY_NAME ->
                !voids.contains(stated.kind(), stated.value())
                        && normaliser.listing(stated, origin).isEmpty();
            case SCREEN_NAME, EMAIL, PHONE ->
                !normaliser.normalise(stated, origin).strongOnly().keys().isEmpty();
            default -> false;
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.harborline.intake.AccountStanding;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.IncidentType;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReceivedReport.Party;
import org.harborline.intake.ReceivedReport.StatedLocation;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.StatedIdentifier;
import org.harborline.intake.StatedTime;
import org.harborline.platform.Code;

/// A report that describes one person, put together in the words of a test. Nobody in it exists.
final class Described {

    private static final AtomicLong NUMBERS = new AtomicLong(900_000);

    private final ReportNumber number = new ReportNumber(NUMBERS.incrementAndGet());
    private final List<StatedIdentifier> identifiers = new ArrayList<>();
    private final List<StatedLocation> locations = new ArrayList<>();
    private PartyRole role = PartyRole.REPORTED_PERSON;
    private Integer age;
    private LocalDate born;
    private Boolean ageInDoubt;
    private Boolean takenOver;
    private Set<Code> annotations = Set.of();

    static Described person(String name) {
        return new Described().with(IdentifierKind.PERSON_NAME, name);
    }

    Described of(PartyRole role) {
        this.role = role;
        List<StatedIdentifier> before = List.copyOf(identifiers);
        identifiers.clear();
        before.forEach(one -> with(one.kind(), one.value()));
        return this;
    }

    Described with(IdentifierKind kind, String value) {
        String platform = kind == IdentifierKind.SCREEN_NAME ? "Example Chat" : null;
        identifiers.add(new StatedIdentifier(
                kind,
                value,
                platform,
                null,
                role,
                0,
                null,
                null,
                null,
                StatedIdentifier.Quality.UNSTATED,
                "/report/personOrUserReported[1]"));
        return this;
    }

    Described alias(String name) {
        return with(IdentifierKind.SCREEN_NAME, name);
    }

    Described born(String day) {
        born = LocalDate.parse(day);
        return this;
    }

    Described aged(int years) {
        age = years;
        return this;
    }

    Described ageInDoubt() {
        ageInDoubt = true;
        return this;
    }

    Described takenOver() {
        takenOver = true;
        return this;
    }

    Described betweenMinors() {
        annotations = Set.of(Code.of("minorToMinorInteraction"));
        return this;
    }

    Described in(String city, String postcode) {
        locations.add(new StatedLocation(
                Code.of("address-home"),
                role,
                0,
                city,
                null,
                postcode,
                null,
                null,
                null,
                "/report/personOrUserReported[1]/address[1]"));
        return this;
    }

    ReceivedReport report() {
        return report(number);
    }

    ReceivedReport report(ReportNumber as) {
        var party = new Party(role, 0, age, born, takenOver, false, ageInDoubt, AccountStanding.UNSTATED, "");
        var time = new StatedTime(Stated.NOON, Stated.NOON.toString(), ZoneOffset.UTC);
        return new ReceivedReport(
                as,
                UUID.fromString("00000000-0000-7000-8000-000000000001"),
                "Example Chat",
                IncidentType.ENTICEMENT,
                time,
                annotations,
                false,
                false,
                List.of(party),
                identifiers,
                locations,
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}

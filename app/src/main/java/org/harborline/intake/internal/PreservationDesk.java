// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.harborline.intake.IntakeProblem;
import org.harborline.intake.Preservations;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.Scheme;
import org.harborline.intake.facts.PreservationRenewed;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.vault.Compartment;
import org.harborline.vault.RecordKey;
import org.harborline.vault.SealedText;
import org.harborline.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes down who asked senders to keep material longer, and tells what ends soon.
@Component
class PreservationDesk implements Preservations {

    private static final Actor SELF = Actor.system("intake");
    private static final int LONGEST = 500;
    private static final int MOST = 200;
    private static final Duration SOON = Duration.ofDays(WARNED.getFirst());

    private final PreservationTable table;
    private final ReportTable reports;
    private final Vault vault;
    private final Writing writing;

    PreservationDesk(PreservationTable table, ReportTable reports, Vault vault, Writing writing) {
        this.table = table;
        this.reports = reports;
        this.vault = vault;
        this.writing = writing;
    }

    @Override
    public void renew(Actor actor, ReportNumber number, Renew command) {
        mayRenew(actor);
        String reference = command.reference().strip();
        if (reference.isEmpty() || reference.length() > LONGEST) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
        Instant until = end(command.until());
        UUID id = Ids.next();
        writing.transactions().run(() -> {
            vault.keep(actor, number.asRecord());
            Instant now = writing.clock().instant();
            Report report = found(number);
            if (!until.isAfter(now) || until.isAfter(now.plus(Scheme.MOST_DAYS, ChronoUnit.DAYS))) {
                throw new ProblemException(PlatformProblem.INVALID_INPUT);
            }
            if (!table.extend(number, until)) {
                throw new ProblemException(IntakeProblem.KEPT_AS_LONG);
            }
            SealedText sealed = key(number)
                    .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND))
                    .seal(ReportSeals.PRESERVATION_REFERENCE, id.toString(), reference);
            UUID agency = agency(actor);
            table.insert(
                    new PreservationTable.Row(id, number, until, agency, command.shown(), sealed, now), actor.id());
            writing.journal().record(actor, new PreservationRenewed(number, report.provider(), id, agency, until));
        });
    }

    private static void mayRenew(Actor actor) {
        boolean may = switch (actor.kind()) {
            case AGENCY -> actor.may(Permission.PACKAGE_ANSWER);
            case STAFF -> actor.may(Permission.REFER);
            case PROVIDER, PUBLIC, SYSTEM -> false;
        };
        if (!may) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
    }

    /// Days end in UTC, as all days here.
    private static Instant end(LocalDate day) {
        return day.atTime(23, 59, 59).toInstant(ZoneOffset.UTC);
    }

    private Report found(ReportNumber number) {
        return Optional.ofNullable(reports.find(List.of(number)).get(number))
                .filter(report -> report.preservedUntil() != null)
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    private static @Nullable UUID agency(Actor actor) {
        RecordRef party = actor.party();
        return actor.kind() == ActorKind.AGENCY && party != null ? UUID.fromString(party.id()) : null;
    }

    private Optional<RecordKey> key(ReportNumber number) {
        return vault.open(SELF, number.asRecord(), Compartment.REPORT);
    }

    @Override
    public List<Renewal> renewals(Actor actor, ReportNumber number) {
        List<PreservationTable.Row> rows = rows(actor, found(number));
        if (rows.isEmpty()) {
            return List.of();
        }
        Optional<RecordKey> key = key(number);
        return rows.stream().map(row -> view(actor, row, key)).toList();
    }

    private List<PreservationTable.Row> rows(Actor actor, Report report) {
        return switch (actor.kind()) {
            case AGENCY -> {
                UUID own = Objects.requireNonNull(agency(actor));
                yield table.of(report.number()).stream()
                        .filter(row -> own.equals(row.agency()))
                        .toList();
            }
            case PROVIDER -> {
                if (!report.provider().equals(company(actor))) {
                    throw new ProblemException(PlatformProblem.NOT_FOUND);
                }
                yield table.of(report.number());
            }
            case STAFF, PUBLIC, SYSTEM -> {
                actor.require(Permission.REPORT_READ);
                yield table.of(report.number());
            }
        };
    }

    private static Renewal view(Actor actor, PreservationTable.Row row, Optional<RecordKey> key) {
        boolean sender = actor.kind() == ActorKind.PROVIDER;
        SealedText sealed = row.reference();
        String reference = sealed == null || (sender && !row.shown())
                ? null
                : key.map(one -> one.open(
                                ReportSeals.PRESERVATION_REFERENCE, row.id().toString(), sealed))
                        .orElse(null);
        return new Renewal(
                row.id(), row.until(), sender ? null : row.at(), sender ? null : row.agency(), row.shown(), reference);
    }

    @Override
    public List<Ending> ending(Actor actor, @Nullable Ending after, int limit) {
        Instant now = writing.clock().instant();
        return table.ending(
                company(actor),
                after == null ? new Ending(new ReportNumber(1), now) : after,
                now.plus(SOON),
                Math.clamp(limit, 1, MOST));
    }

    @Override
    public long countEnding(Actor actor) {
        Instant now = writing.clock().instant();
        return table.count(company(actor), now, now.plus(SOON), MANY);
    }

    private static UUID company(Actor actor) {
        actor.require(Permission.COMPANY_READ);
        RecordRef party = actor.party();
        if (actor.kind() != ActorKind.PROVIDER || party == null) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return UUID.fromString(party.id());
    }
}

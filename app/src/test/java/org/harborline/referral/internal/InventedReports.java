// SPDX-License-Identifier: Apache-2.0
package org.harborline.referral.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.harborline.intake.CaptureEvent;
import org.harborline.intake.IdentifierKind;
import org.harborline.intake.IncidentType;
import org.harborline.intake.PartyRole;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.RelatedReport;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportState;
import org.harborline.intake.Reports;
import org.harborline.intake.StatedIdentifier;
import org.harborline.intake.StatedTime;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Code;
import org.harborline.platform.Transactions;
import org.harborline.vault.Compartment;
import org.harborline.vault.Vault;

/// Invented reports that a test files through the real journal.
final class InventedReports implements Reports {

    static final UUID PROVIDER = new UUID(0, 7);
    static final Instant FILED = Instant.parse("2026-03-03T08:00:00Z");
    private static final AtomicLong NUMBERS = new AtomicLong(800_000);

    /// Reports that the module itself cannot open for now.
    final Set<ReportNumber> withheld = ConcurrentHashMap.newKeySet();

    private final Map<ReportNumber, Instant> kept = new ConcurrentHashMap<>();
    private final Map<ReportNumber, ReceivedReport> received = new ConcurrentHashMap<>();
    private final Journal journal;
    private final Transactions transactions;
    private final Vault vault;

    InventedReports(Journal journal, Transactions transactions, Vault vault) {
        this.journal = journal;
        this.transactions = transactions;
        this.vault = vault;
    }

    /// Lets the sender of a report keep its material until then.
    void keep(ReportNumber report, Instant until) {
        kept.put(report, until);
    }

    /// What a test says about a report.
    ///
    /// @param email its reported person's address
    /// @param region of the United States stated for the reported person; absent when none
    /// @param address of an upload; absent when none
    record Told(String email, String region, String address, Integer age, boolean escalated) {

        static Told in(String region, String email) {
            return new Told(email, region, null, null, false);
        }

        Told aged(int years) {
            return new Told(email, region, address, years, escalated);
        }

        Told urgent() {
            return new Told(email, region, address, age, true);
        }

        static Told atAddress(String address, String email) {
            return new Told(email, null, address, null, false);
        }
    }

    ReportNumber file(Told told) {
        var number = new ReportNumber(NUMBERS.incrementAndGet());
        received.put(number, received(number, told));
        var actor = Actor.system("referral-tests");
        transactions.run(() -> {
            vault.create(actor, number.asRecord(), Compartment.REPORT);
            journal.record(
                    actor, new ReportFiled(number, PROVIDER, IncidentType.ENTICEMENT, told.escalated(), false, FILED));
        });
        return number;
    }

    /// As if what is known of a report had changed since.
    void restate(ReportNumber number, Told told) {
        received.put(number, received(number, told));
    }

    private static ReceivedReport received(ReportNumber number, Told told) {
        var at = new StatedTime(FILED, "2026-03-03T08:00:00Z", ZoneOffset.UTC);
        var identifiers = new java.util.ArrayList<StatedIdentifier>();
        identifiers.add(identifier(IdentifierKind.EMAIL, told.email(), null, null));
        if (told.address() != null) {
            identifiers.add(identifier(IdentifierKind.IP_ADDRESS, told.address(), CaptureEvent.UPLOAD, at));
        }
        return new ReceivedReport(
                number,
                PROVIDER,
                "Example Chat",
                IncidentType.ENTICEMENT,
                at,
                Set.of(),
                told.escalated(),
                false,
                List.of(new ReceivedReport.Party(PartyRole.REPORTED_PERSON, 0, told.age(), null, null, false)),
                identifiers,
                told.region() == null
                        ? List.of()
                        : List.of(new ReceivedReport.StatedLocation(
                                Code.of("estimated-location"),
                                PartyRole.REPORTED_PERSON,
                                0,
                                null,
                                told.region(),
                                null,
                                "US",
                                null,
                                null,
                                "/report/personOrUserReported[1]/estimatedLocation")),
                List.of(),
                List.of(new ReceivedReport.Item("item-1", true, null, Set.of())),
                List.of(new ReceivedReport.TextSection(
                        Code.of("incident.additional-info"), 0, "[synthetic narrative " + number + "]")),
                null);
    }

    private static StatedIdentifier identifier(IdentifierKind kind, String value, CaptureEvent event, StatedTime time) {
        return new StatedIdentifier(
                kind,
                value,
                null,
                null,
                PartyRole.REPORTED_PERSON,
                0,
                event,
                time,
                null,
                StatedIdentifier.Quality.UNSTATED,
                "/report/personOrUserReported[1]");
    }

    @Override
    public Optional<Report> find(Actor actor, ReportNumber number) {
        return Optional.ofNullable(findAll(actor, List.of(number)).get(number));
    }

    @Override
    public List<RelatedReport> related(Actor actor, ReportNumber number) {
        return List.of();
    }

    @Override
    public Map<ReportNumber, Report> findAll(Actor actor, Collection<ReportNumber> numbers) {
        var found = new HashMap<ReportNumber, Report>();
        open(actor, numbers)
                .forEach((number, report) -> found.put(
                        number,
                        new Report(
                                number,
                                PROVIDER,
                                "Example Chat",
                                ReportState.FINISHED,
                                report.incidentType(),
                                report.escalated(),
                                false,
                                FILED,
                                FILED,
                                FILED,
                                kept.get(number),
                                0,
                                org.harborline.intake.ReportSource.PROVIDER,
                                null,
                                null)));
        return found;
    }

    @Override
    public Map<ReportNumber, ReceivedReport> open(Actor actor, Collection<ReportNumber> numbers) {
        var opened = new HashMap<ReportNumber, ReceivedReport>();
        numbers.stream()
                .filter(received::containsKey)
                .filter(number -> actor.kind() != ActorKind.SYSTEM || !withheld.contains(number))
                .forEach(number -> opened.put(number, received.get(number)));
        return opened;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.harborline.platform.Transactions;

/// Reports that a test has written down, filed through the real journal.
final class ReceivedReports implements Reports {

    static final Instant FILED = Instant.parse("2026-03-03T08:00:00Z");
    private static final AtomicLong NUMBERS = new AtomicLong(700_000);

    final Map<ReportNumber, ReceivedReport> received = new ConcurrentHashMap<>();
    final Map<ReportNumber, Instant> finished = new ConcurrentHashMap<>();
    final Map<ReportNumber, ReportState> states = new ConcurrentHashMap<>();
    final Set<ReportNumber> escalated = ConcurrentHashMap.newKeySet();
    final Set<ReportNumber> unreadable = ConcurrentHashMap.newKeySet();
    final List<String> openedBy = new ArrayList<>();

    private final Journal journal;
    private final Transactions transactions;

    ReceivedReports(Journal journal, Transactions transactions) {
        this.journal = journal;
        this.transactions = transactions;
    }

    ReportNumber file(Stated... identifiers) {
        return file(Stated.CHAT, Stated.NOON, List.of(), identifiers);
    }

    /// Leaves so many numbers out, as if others had been given reports that were never filed.
    void skip(int numbers) {
        NUMBERS.addAndGet(numbers);
    }

    /// Files a report that its sender marked as urgent.
    ReportNumber escalate(Stated... identifiers) {
        ReportNumber number = write(Stated.CHAT, Stated.NOON, List.of(), identifiers);
        escalated.add(number);
        transactions.run(() -> journal.record(Actor.system("linking-tests"), filed(number)));
        return number;
    }

    ReportNumber file(UUID provider, Instant incident, List<ReceivedReport.Party> parties, Stated... identifiers) {
        ReportNumber number = write(provider, incident, parties, identifiers);
        transactions.run(() -> journal.record(Actor.system("linking-tests"), filed(number)));
        return number;
    }

    /// Writes a report down without filing it.
    ReportNumber write(UUID provider, Instant incident, List<ReceivedReport.Party> parties, Stated... identifiers) {
        var number = new ReportNumber(NUMBERS.incrementAndGet());
        List<StatedIdentifier> stated =
                Arrays.stream(identifiers).map(Stated::build).toList();
        received.put(
                number,
                new ReceivedReport(
                        number,
                        provider,
                        "Example Chat",
                        IncidentType.ENTICEMENT,
                        new StatedTime(incident, incident.toString(), ZoneOffset.UTC),
                        Set.of(),
                        false,
                        false,
                        parties,
                        stated,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null));
        return number;
    }

    /// Holds a report that was read elsewhere, without filing it.
    void hold(ReceivedReport report) {
        received.put(report.number(), report);
    }

    ReportFiled filed(ReportNumber number) {
        return new ReportFiled(
                number,
                received.get(number).provider(),
                IncidentType.ENTICEMENT,
                escalated.contains(number),
                false,
                FILED);
    }

    static ReceivedReport.Party child() {
        return new ReceivedReport.Party(PartyRole.REPORTED_PERSON, 0, 17, null, null, false);
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
        return numbers.stream()
                .filter(received::containsKey)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        number -> new Report(
                                number,
                                received.get(number).provider(),
                                "Example Chat",
                                states.getOrDefault(number, ReportState.FINISHED),
                                IncidentType.ENTICEMENT,
                                false,
                                false,
                                Stated.NOON,
                                FILED,
                                finished.getOrDefault(number, FILED),
                                null,
                                0,
                                org.harborline.intake.ReportSource.PROVIDER,
                                null,
                                null)));
    }

    @Override
    public Map<ReportNumber, ReceivedReport> open(Actor actor, Collection<ReportNumber> numbers) {
        if (!numbers.isEmpty()) {
            synchronized (openedBy) {
                openedBy.add(actor.id());
            }
        }
        if (numbers.stream().anyMatch(unreadable::contains)) {
            throw new IllegalStateException("a report that cannot be opened");
        }
        return numbers.stream()
                .filter(received::containsKey)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), received::get));
    }
}

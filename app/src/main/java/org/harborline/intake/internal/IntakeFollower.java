// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportState;
import org.harborline.intake.facts.ReportFiled;
import org.harborline.intake.facts.ReportListedLate;
import org.harborline.journal.Entry;
import org.harborline.journal.Fact;
import org.harborline.journal.Follower;
import org.harborline.platform.Actor;
import org.harborline.platform.RecordRef;
import org.harborline.vault.Vault;
import org.harborline.vault.facts.ErasureConfirmed;
import org.harborline.vault.facts.HoldReleased;
import org.harborline.vault.facts.RecordErased;
import org.springframework.stereotype.Component;

/// Keeps in which order companies filed; a report that is taken up late, because its fact was parked, is noted by a
/// fact of its own and listed where that one stands. Drops the sealed texts of erased reports, and of retracted ones
/// that were held when their hold ends. What remains is the row that its sender asks about: a finished report answers
/// as finished for ever.
@Component
class IntakeFollower implements Follower {

    static final String NAME = "intake";

    private static final Actor SELF = Actor.system("intake");

    private final ReportTable reports;
    private final FeedTable feed;
    private final Vault vault;

    IntakeFollower(ReportTable reports, FeedTable feed, Vault vault) {
        this.reports = reports;
        this.feed = feed;
        this.vault = vault;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends Fact>> follows() {
        return Set.of(ReportFiled.class, ReportListedLate.class, RecordErased.class, HoldReleased.class);
    }

    @Override
    public List<String> derivedTables() {
        return List.of("intake.feed");
    }

    @Override
    public Changes prepare(List<Followed> batch) {
        return changes(batch, _ -> false);
    }

    /// What was listed late stands where it was listed then: no reader misses it after a rebuild.
    @Override
    public Changes replay(List<Followed> batch, Recorded recorded) {
        return changes(
                batch, entry -> !recorded.of(entry, ReportListedLate.class).isEmpty());
    }

    private Changes changes(List<Followed> batch, Predicate<Entry> listedLate) {
        List<Filed> filed =
                batch.stream().flatMap(followed -> filed(followed).stream()).toList();
        Set<Long> known = filed.stream()
                .map(Filed::entry)
                .filter(listedLate)
                .map(Entry::position)
                .collect(Collectors.toSet());
        return consequences -> {
            list(filed, known, consequences);
            batch.forEach(followed -> {
                switch (followed.fact()) {
                    case RecordErased erased -> {
                        reports.drop(List.of(number(erased.record())));
                        consequences.record(followed.entry(), ErasureConfirmed.of(erased, NAME));
                    }
                    case HoldReleased released
                    when released.record().kind().equals("report") -> released(number(released.record()));
                    default -> {}
                }
            });
        };
    }

    /// A report to be listed at the place of an entry: of its filing, or of the note that this was too late.
    private record Filed(Entry entry, FeedTable.Place place) {}

    private static Optional<Filed> filed(Followed followed) {
        Entry entry = followed.entry();
        return switch (followed.fact()) {
            case ReportFiled filed
            when !filed.fromPublic() ->
                Optional.of(new Filed(entry, new FeedTable.Place(filed.provider(), entry.position(), filed.report())));
            case ReportListedLate late ->
                Optional.of(new Filed(entry, new FeedTable.Place(late.provider(), entry.position(), late.report())));
            default -> Optional.empty();
        };
    }

    /// @param known places of which it is known that they came too late
    private void list(List<Filed> filed, Set<Long> known, Consequences consequences) {
        var late = new HashSet<>(known);
        feed.insert(filed.stream()
                        .map(Filed::place)
                        .filter(place -> !known.contains(place.position()))
                        .toList())
                .forEach(place -> late.add(place.position()));
        filed.stream()
                .filter(one -> late.contains(one.entry().position()))
                .forEach(one -> consequences.record(
                        one.entry(),
                        new ReportListedLate(one.place().report(), one.place().provider())));
    }

    private static ReportNumber number(RecordRef record) {
        return new ReportNumber(Long.parseLong(record.id()));
    }

    /// Only what was retracted waits for this: an open report expires by itself, and a filed one stays.
    private void released(ReportNumber number) {
        Report report = reports.find(List.of(number)).get(number);
        List<RecordRef> record = List.of(number.asRecord());
        if (report != null
                && report.state() == ReportState.RETRACTED
                && vault.held(SELF, record).isEmpty()) {
            reports.drop(List.of(number));
            vault.destroy(SELF, record);
        }
    }
}

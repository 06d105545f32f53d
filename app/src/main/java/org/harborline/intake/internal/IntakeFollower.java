// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.util.List;
import java.util.Set;
import org.harborline.intake.Report;
import org.harborline.intake.ReportNumber;
import org.harborline.intake.ReportSource;
import org.harborline.intake.ReportState;
import org.harborline.intake.facts.ReportFiled;
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

/// Keeps in which order companies filed. Drops the sealed texts of erased reports, and of retracted ones that were held
/// when their hold ends. What remains is
/// the row that its sender asks about: a finished report answers as finished for ever.
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
        return Set.of(ReportFiled.class, RecordErased.class, HoldReleased.class);
    }

    @Override
    public List<String> derivedTables() {
        return List.of("intake.feed");
    }

    @Override
    public Changes prepare(List<Followed> batch) {
        List<FeedTable.Place> filed = batch.stream()
                .filter(followed -> followed.fact() instanceof ReportFiled report && isOfCompany(report))
                .map(followed -> place(followed.entry(), (ReportFiled) followed.fact()))
                .toList();
        return consequences -> {
            feed.insert(filed);
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

    private static boolean isOfCompany(ReportFiled filed) {
        return filed.source() == null || filed.source() == ReportSource.PROVIDER;
    }

    private static FeedTable.Place place(Entry entry, ReportFiled filed) {
        return new FeedTable.Place(filed.provider(), entry.position(), filed.report());
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

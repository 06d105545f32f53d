// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.harborline.intake.ReceivedReport;
import org.harborline.intake.ReportNumber;
import org.harborline.linking.internal.ReblindTable.Form;
import org.harborline.linking.internal.ReblindTable.Renewal;
import org.harborline.platform.Actor;
import org.harborline.platform.KeyUse;
import org.harborline.platform.Keyset;
import org.harborline.platform.StartRefused;
import org.harborline.platform.Transactions;
import org.harborline.vault.BlindKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes the match keys of reports and findings anew with the newest blind key, from the sealed words. Links, hubs and
/// cuts stay as they are: only the name changes under which an identifier is found. Keys of what was erased are
/// dropped.
///
/// Each batch holds the lock of the module's follower, so that no link is made on a key that is being replaced.
@Component
class Reblinding implements KeyUse {

    private static final Actor SELF = Actor.system("linking");
    private static final int BATCH = 200;

    private final ReblindTable table;
    private final LinkTables tables;
    private final Sources sources;
    private final KeyMaker keys;
    private final Profiling profiling;
    private final Keyset keyset;
    private final Transactions transactions;

    Reblinding(
            ReblindTable table,
            LinkTables tables,
            Sources sources,
            KeyMaker keys,
            Profiling profiling,
            Keyset keyset,
            Transactions transactions) {
        this.table = table;
        this.tables = tables;
        this.sources = sources;
        this.keys = keys;
        this.profiling = profiling;
        this.keyset = keyset;
        this.transactions = transactions;
    }

    @Override
    public Kind kind() {
        return Kind.BLINDING;
    }

    @Override
    public String what() {
        return "reports' blind keys";
    }

    @Override
    public long remaining() {
        return table.countNotUnder(keyset.blindingVersion());
    }

    @Override
    public void renew(LongConsumer progress) {
        long after = 0;
        List<ReportNumber> batch;
        do {
            long from = after;
            batch = transactions.write(() -> batch(from));
            if (!batch.isEmpty()) {
                after = batch.getLast().value();
                progress.accept(batch.size());
            }
        } while (batch.size() == BATCH);
    }

    private List<ReportNumber> batch(long after) {
        if (!table.lockFollower()) {
            throw new StartRefused("A server is running on this installation; stop it first.");
        }
        if (table.isRenewing()) {
            throw new StartRefused(
                    "Keys of identifiers are being made anew after a change of rules; start the server until "
                            + "./harborline doctor says that all are those of the rules in force, then run rotate-keys again.");
        }
        int version = keyset.blindingVersion();
        List<ReportNumber> numbers = table.reports(version, after, BATCH);
        List<Sighting> old = tables.sightings().ofReports(numbers).values().stream()
                .flatMap(List::stream)
                .filter(sighting -> sighting.keyVersion() != version)
                .toList();
        Words words = words(numbers, old);
        var renewals = new ArrayList<Renewal>();
        var forms = new LinkedHashSet<Form>();
        var erased = new ArrayList<Sighting>();
        for (Sighting sighting : old) {
            NewestKeys newest = words.newest(sighting);
            if (newest == null) {
                erased.add(sighting);
            } else {
                Renewal renewal = renewal(sighting, newest);
                renewals.add(renewal);
                forms.add(new Form(renewal.old(), renewal.fresh()));
                newest.byForm().forEach((form, fresh) -> forms.add(new Form(form, fresh.value())));
            }
        }
        table.renewSightings(renewals, version);
        table.renewReasons(renewals);
        forms.removeIf(form -> form.old().equals(form.fresh()));
        table.renewHubs(List.copyOf(forms));
        table.drop(erased);
        tables.companions().dropAll();
        profiling.renew(numbers, words.received().values(), words.from());
        return numbers;
    }

    private static Renewal renewal(Sighting sighting, NewestKeys newest) {
        BlindKey fresh = newest.of(sighting);
        if (fresh == null) {
            throw new StartRefused("Report " + sighting.report() + " has a key that the rule " + sighting.rule()
                    + " no longer makes; run ./harborline rebuild linking, which makes all keys anew.");
        }
        return new Renewal(sighting.report(), sighting.blind(), fresh.value());
    }

    private Words words(List<ReportNumber> numbers, List<Sighting> old) {
        Map<ReportNumber, ReceivedReport> received = sources.reports().open(SELF, numbers);
        Map<UUID, FindingWords.Identifier> found = sources.findings()
                .identifiers(old.stream()
                        .map(Sighting::finding)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        Map<ReportNumber, Origin> from = sources.origins().ofAll(received.values());
        var stated = new HashMap<ReportNumber, List<NewestKeys>>();
        received.forEach((number, report) -> {
            Origin origin = from.get(number);
            if (origin != null) {
                stated.put(number, keys.newest(report, origin));
            }
        });
        return new Words(received, from, stated, found, keys);
    }

    /// What the keys of a batch were made of, as far as it can still be read.
    private record Words(
            Map<ReportNumber, ReceivedReport> received,
            Map<ReportNumber, Origin> from,
            Map<ReportNumber, List<NewestKeys>> stated,
            Map<UUID, FindingWords.Identifier> found,
            KeyMaker keys) {

        @Nullable
        NewestKeys newest(Sighting sighting) {
            UUID finding = sighting.finding();
            if (finding != null) {
                FindingWords.Identifier identifier = found.get(finding);
                return identifier == null ? null : keys.newest(identifier.stated(), identifier.origin());
            }
            List<NewestKeys> report = stated.get(sighting.report());
            Integer index = sighting.identifier();
            return report == null || index == null || index >= report.size() ? null : report.get(index);
        }
    }
}

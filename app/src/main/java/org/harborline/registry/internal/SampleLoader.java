// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.harborline.journal.Fact;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Transactions;
import org.harborline.registry.Agency;
import org.harborline.registry.AgencyId;
import org.harborline.registry.CoverageArea;
import org.harborline.registry.CoverageId;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.harborline.registry.PutContact;
import org.harborline.registry.Verification;
import org.harborline.registry.facts.AgencyRegistered;
import org.harborline.registry.facts.CoverageChanged;
import org.harborline.registry.facts.ProviderRegistered;
import org.springframework.stereotype.Component;

/// Puts the sample data files into the registry, in one transaction. What is there stays as it is, so a second run
/// changes nothing and nobody's edits are lost. Nothing it loads counts as confirmed.
@Component
class SampleLoader {

    private static final Actor ACTOR = Actor.system("registry-sample");

    private final SampleTables tables;
    private final ContactBook contacts;
    private final CredentialDesk credentials;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;

    SampleLoader(
            SampleTables tables,
            ContactBook contacts,
            CredentialDesk credentials,
            Journal journal,
            Transactions transactions,
            Clock clock) {
        this.tables = tables;
        this.contacts = contacts;
        this.credentials = credentials;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Loads the files of this release unless all of their versions were loaded before.
    ///
    /// @return how many organisations were added
    int load() {
        SampleFiles files = SampleFiles.read();
        return transactions.write(() -> tables.files().loadedAll(files.versions()) ? 0 : load(files));
    }

    private int load(SampleFiles files) {
        var facts = new ArrayList<Fact>();
        int added = loadProviders(files, facts) + loadAgencies(files, facts);
        loadCoverage(files, facts);
        journal.recordAll(ACTOR, facts);
        tables.files().record(files.versions(), clock.instant());
        return added;
    }

    private int loadProviders(SampleFiles files, List<Fact> facts) {
        var inserted = tables.providers()
                .insertMissing(files.providers().rows().stream()
                        .map(row -> new Provider(
                                new ProviderId(Ids.next()), row.code(), row.name(), List.of(), Set.of(), true, 1))
                        .toList());
        var services =
                files.services().rows().stream().collect(Collectors.groupingBy(SampleFiles.ServiceRow::provider));
        var offerings = new HashMap<ProviderId, List<Provider.Offering>>();
        for (Provider provider : inserted) {
            offerings.put(
                    provider.id(),
                    services.getOrDefault(provider.code(), List.of()).stream()
                            .map(SampleFiles.ServiceRow::offering)
                            .toList());
            openContacts(files, "provider", provider.code(), provider.id().ref());
            facts.add(new ProviderRegistered(provider.id(), true));
        }
        facts.addAll(credentials.allowSamples(ACTOR, inserted));
        tables.providers().insertOfferings(offerings);
        return inserted.size();
    }

    private int loadAgencies(SampleFiles files, List<Fact> facts) {
        var verification = unconfirmed(files.agencies());
        var inserted = tables.agencies()
                .insertMissing(files.agencies().rows().stream()
                        .map(row -> row.agency(new AgencyId(Ids.next()), verification))
                        .toList());
        for (Agency agency : inserted) {
            openContacts(files, "agency", agency.code(), agency.id().ref());
            facts.add(new AgencyRegistered(agency.id(), agency.kind(), true));
        }
        return inserted.size();
    }

    private void openContacts(SampleFiles files, String organisation, String code, RecordRef ref) {
        List<PutContact> rows = files.contacts().rows().stream()
                .filter(row ->
                        row.organisation().equals(organisation) && row.code().equals(code))
                .map(row -> row.contact(ref))
                .toList();
        contacts.open(ACTOR, ref, rows);
    }

    private void loadCoverage(SampleFiles files, List<Fact> facts) {
        var verification = unconfirmed(files.coverage());
        Map<String, AgencyId> ids = tables.agencies().sampleIds();
        var entries = files.coverage().rows().stream()
                .filter(row -> ids.containsKey(row.agency()))
                .map(row -> new CoverageArea(
                        new CoverageId(Ids.next()),
                        Objects.requireNonNull(ids.get(row.agency())),
                        row.area(),
                        row.effectiveFrom(),
                        null,
                        verification,
                        true,
                        1))
                .toList();
        tables.coverage().insertMissing(entries, tables.gazetteer()).stream()
                .collect(Collectors.groupingBy(
                        CoverageArea::agency, Collectors.mapping(CoverageArea::id, Collectors.toList())))
                .forEach((agency, added) -> facts.add(new CoverageChanged(agency, added, List.of())));
    }

    /// The file vouches for its rows, with its date, and confirms nothing.
    private static Verification unconfirmed(DataFile<?> file) {
        return new Verification(false, file.name(), LocalDate.parse(file.version()));
    }
}

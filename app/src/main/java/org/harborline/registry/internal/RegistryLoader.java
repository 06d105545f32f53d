// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.harborline.journal.Fact;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.RecordRef;
import org.harborline.platform.StartRefused;
import org.harborline.platform.Transactions;
import org.harborline.registry.Agency;
import org.harborline.registry.AgencyId;
import org.harborline.registry.CoverageArea;
import org.harborline.registry.CoverageId;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.harborline.registry.PutContact;
import org.harborline.registry.Standing;
import org.harborline.registry.Verification;
import org.harborline.registry.facts.AgencyRegistered;
import org.harborline.registry.facts.CoverageChanged;
import org.harborline.registry.facts.ProviderRegistered;
import org.springframework.stereotype.Component;

/// Puts data files into the registry, in one transaction. What is there stays as it is, so a second run changes nothing
/// and nobody's edits are lost. Nothing it loads counts as confirmed.
@Component
class RegistryLoader {

    private static final Actor ACTOR = Actor.system("registry-files");

    private final RegistryTables tables;
    private final ContactBook contacts;
    private final CredentialDesk credentials;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;

    RegistryLoader(
            RegistryTables tables,
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

    /// Loads the files unless all of their versions were loaded before.
    ///
    /// @return how many organisations were added
    /// @throws StartRefused when a row names an organisation that neither the files nor the registry have
    int load(RegistryFiles files) {
        return transactions.write(() -> tables.files().loadedAll(files.versions()) ? 0 : loadNew(files));
    }

    private int loadNew(RegistryFiles files) {
        check(files);
        var facts = new ArrayList<Fact>();
        int added = loadProviders(files, facts) + loadAgencies(files, facts);
        loadCoverage(files, facts);
        journal.recordAll(ACTOR, facts);
        tables.files().record(files.versions(), clock.instant());
        return added;
    }

    /// Services and contacts come with the organisation that the same files name; what belongs to nobody is a mistake.
    private static void check(RegistryFiles files) {
        Set<String> providers = codes(files.providers().rows(), RegistryFiles.ProviderRow::code);
        Set<String> named = new HashSet<>();
        providers.forEach(code -> named.add("provider " + code));
        codes(files.agencies().rows(), RegistryFiles.AgencyRow::code).forEach(code -> named.add("agency " + code));
        requireKnown("services.csv", files.services().rows(), RegistryFiles.ServiceRow::provider, providers);
        requireKnown("contacts.csv", files.contacts().rows(), row -> row.organisation() + " " + row.code(), named);
    }

    private static <T> Set<String> codes(List<T> rows, Function<T, String> code) {
        return rows.stream().map(code).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> void requireKnown(String file, List<T> rows, Function<T, String> names, Set<String> known) {
        rows.stream()
                .map(names)
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new StartRefused(file + " names " + name + ", which is nowhere else; nothing was loaded.");
                });
    }

    private int loadProviders(RegistryFiles files, List<Fact> facts) {
        var inserted = tables.providers()
                .insertMissing(files.providers().rows().stream()
                        .map(row -> new Provider(
                                new ProviderId(Ids.next()),
                                row.code(),
                                row.name(),
                                List.of(),
                                Set.of(),
                                files.sample(),
                                files.sample() ? Standing.LIVE : Standing.UNVERIFIED,
                                false,
                                1))
                        .toList());
        var services =
                files.services().rows().stream().collect(Collectors.groupingBy(RegistryFiles.ServiceRow::provider));
        var offerings = new HashMap<ProviderId, List<Provider.Offering>>();
        for (Provider provider : inserted) {
            offerings.put(
                    provider.id(),
                    services.getOrDefault(provider.code(), List.of()).stream()
                            .map(RegistryFiles.ServiceRow::offering)
                            .toList());
            openContacts(files, "provider", provider.code(), provider.id().ref());
            facts.add(new ProviderRegistered(provider.id(), files.sample()));
        }
        if (files.sample()) {
            facts.addAll(credentials.allowSamples(ACTOR, inserted));
        }
        tables.providers().insertOfferings(offerings);
        return inserted.size();
    }

    private int loadAgencies(RegistryFiles files, List<Fact> facts) {
        var verification = unconfirmed(files.agencies());
        var inserted = tables.agencies()
                .insertMissing(files.agencies().rows().stream()
                        .map(row -> row.agency(new AgencyId(Ids.next()), verification, files.sample()))
                        .toList());
        for (Agency agency : inserted) {
            openContacts(files, "agency", agency.code(), agency.id().ref());
            facts.add(new AgencyRegistered(agency.id(), agency.kind(), files.sample()));
        }
        return inserted.size();
    }

    private void openContacts(RegistryFiles files, String organisation, String code, RecordRef ref) {
        List<PutContact> rows = files.contacts().rows().stream()
                .filter(row ->
                        row.organisation().equals(organisation) && row.code().equals(code))
                .map(row -> row.contact(ref))
                .toList();
        contacts.open(ACTOR, ref, rows);
    }

    private void loadCoverage(RegistryFiles files, List<Fact> facts) {
        var verification = unconfirmed(files.coverage());
        Map<String, AgencyId> ids = tables.agencies().ids(files.sample());
        requireKnown("coverage.csv", files.coverage().rows(), RegistryFiles.CoverageRow::agency, ids.keySet());
        var entries = files.coverage().rows().stream()
                .map(row -> new CoverageArea(
                        new CoverageId(Ids.next()),
                        Objects.requireNonNull(ids.get(row.agency())),
                        row.area(),
                        row.effectiveFrom(),
                        null,
                        verification,
                        files.sample(),
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

// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.platform.RecordRef;
import org.harborline.registry.Agency;
import org.harborline.registry.AgencyId;
import org.harborline.registry.AgencyKind;
import org.harborline.registry.Area;
import org.harborline.registry.Capability;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.DeliveryChannel;
import org.harborline.registry.Provider;
import org.harborline.registry.PutContact;
import org.harborline.registry.Verification;
import org.jspecify.annotations.Nullable;

/// Providers with their services, agencies with what they cover, and how to reach them: the sample data of this
/// release,
/// or an operator's own.
///
/// @param sample never used for real reports
record RegistryFiles(
        boolean sample,
        DataFile<ProviderRow> providers,
        DataFile<ServiceRow> services,
        DataFile<AgencyRow> agencies,
        DataFile<CoverageRow> coverage,
        DataFile<ContactRow> contacts) {

    /// The sample data of this release.
    static RegistryFiles ofThisRelease() {
        return new RegistryFiles(
                true,
                DataFile.read("sample/providers.csv", ProviderRow.class),
                DataFile.read("sample/services.csv", ServiceRow.class),
                DataFile.read("sample/agencies.csv", AgencyRow.class),
                DataFile.read("sample/coverage.csv", CoverageRow.class),
                DataFile.read("sample/contacts.csv", ContactRow.class));
    }

    /// What lies in a directory, under the names of the sample files. Each file may be missing.
    ///
    /// @throws org.harborline.platform.StartRefused naming file, line and column of what cannot be read
    static RegistryFiles in(Path directory) {
        return new RegistryFiles(
                false,
                DataFile.read(directory.resolve("providers.csv"), ProviderRow.class),
                DataFile.read(directory.resolve("services.csv"), ServiceRow.class),
                DataFile.read(directory.resolve("agencies.csv"), AgencyRow.class),
                DataFile.read(directory.resolve("coverage.csv"), CoverageRow.class),
                DataFile.read(directory.resolve("contacts.csv"), ContactRow.class));
    }

    /// Versions by name of the file, of those that hold anything.
    Map<String, String> versions() {
        return Stream.of(providers, services, agencies, coverage, contacts)
                .filter(file -> !file.rows().isEmpty())
                .collect(Collectors.toMap(DataFile::name, DataFile::version, (one, _) -> one, TreeMap::new));
    }

    /// A provider.
    record ProviderRow(String code, String name) {

        ProviderRow {
            Cells.code("code", code);
            Cells.text("name", name, 200);
        }
    }

    /// A service of a provider.
    record ServiceRow(String provider, String name, String domain) {

        ServiceRow {
            Cells.code("provider", provider);
            Cells.text("name", name, 200);
            Cells.text("domain", domain, 253);
        }

        Provider.Offering offering() {
            return new Provider.Offering(name, domain);
        }
    }

    /// An agency; languages and capabilities are separated by spaces.
    record AgencyRow(
            String code,
            String name,
            AgencyKind kind,
            String country,
            @Nullable String region,
            DeliveryChannel channel,
            String languages,
            @Nullable String capabilities,
            LocalDate effectiveFrom) {

        AgencyRow {
            Cells.code("code", code);
            Cells.text("name", name, 200);
            Cells.present("kind", kind);
            Cells.country(country);
            Cells.region(region);
            Cells.present("channel", channel);
            Cells.text("languages", languages, 200);
            Set<Capability> _ = named(capabilities);
            Cells.present("effective_from", effectiveFrom);
        }

        Agency agency(AgencyId id, Verification verification, boolean sample) {
            return new Agency(
                    id,
                    code,
                    name,
                    kind,
                    country,
                    region,
                    channel,
                    List.of(languages.split(" ")),
                    named(capabilities),
                    Set.of(),
                    verification,
                    sample,
                    effectiveFrom,
                    null,
                    1);
        }

        private static Set<Capability> named(@Nullable String names) {
            if (names == null) {
                return Set.of();
            }
            var known = Arrays.stream(Capability.values()).map(Enum::name).toList();
            List<String> stated = List.of(names.split(" "));
            Cells.require(known.containsAll(stated), "capabilities are some of " + String.join(" ", known));
            return stated.stream().map(Capability::valueOf).collect(Collectors.toUnmodifiableSet());
        }
    }

    /// An entry of coverage.
    record CoverageRow(
            String agency,
            Area.Scope scope,
            @Nullable String country,
            @Nullable String region,
            @Nullable String place,
            LocalDate effectiveFrom) {

        CoverageRow {
            Cells.code("agency", agency);
            Cells.present("scope", scope);
            Cells.present("effective_from", effectiveFrom);
            // throws when its parts do not fit
            var _ = new Area(scope, country, region, place);
        }

        Area area() {
            return new Area(scope, country, region, place);
        }
    }

    /// A contact point of a provider or agency.
    record ContactRow(
            String organisation,
            String code,
            ContactKind kind,
            int rank,
            @Nullable String person,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String post,
            LocalDate verifiedOn) {

        ContactRow {
            Cells.require(
                    "agency".equals(organisation) || "provider".equals(organisation),
                    "organisation is agency or provider");
            Cells.code("code", code);
            Cells.present("kind", kind);
            Cells.require(rank >= 1 && rank <= 99, "rank is 1 to 99, the first one first");
            Cells.require(email != null || phone != null || post != null, "one of email, phone and post is there");
            Cells.present("verified_on", verifiedOn);
        }

        PutContact contact(RecordRef ref) {
            return new PutContact(ref, kind, rank, new ContactPoint.Details(person, email, phone, post), verifiedOn);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.registry.AgencyKind;
import org.junit.jupiter.api.Test;

class RegistryFilesTests {

    private final RegistryFiles files = RegistryFiles.ofThisRelease();

    @Test
    void nameTheSixtyOneTaskForcesOfTheUnitedStates() {
        var forces = files.agencies().rows().stream()
                .filter(agency -> agency.kind() == AgencyKind.TASK_FORCE)
                .toList();
        assertThat(forces)
                .hasSize(61)
                .allSatisfy(force -> assertThat(force.country()).isEqualTo("US"));
        var shared = forces.stream()
                .collect(Collectors.groupingBy(RegistryFiles.AgencyRow::region, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(region -> region.getValue() > 1)
                .map(region -> region.getKey() + region.getValue());
        assertThat(shared).containsExactlyInAnyOrder("CA5", "FL3", "IL2", "NY2", "TX3", "VA2");
    }

    @Test
    void carryTheirNameAndTheDateTheyWereMade() {
        assertThat(files.versions())
                .containsOnlyKeys(
                        "sample-agencies", "sample-contacts", "sample-coverage", "sample-providers", "sample-services")
                .allSatisfy((name, version) ->
                        assertThat(LocalDate.parse(version)).as(name).isAfter(LocalDate.of(2026, 1, 1)));
    }

    @Test
    void reachNobodyReal() {
        var mails = files.contacts().rows().stream()
                .map(RegistryFiles.ContactRow::email)
                .filter(java.util.Objects::nonNull);
        var domains = files.services().rows().stream().map(RegistryFiles.ServiceRow::domain);
        assertThat(Stream.concat(mails, domains)).hasSizeGreaterThan(100).allMatch(text -> text.endsWith(".example"));
        assertThat(files.contacts().rows())
                .filteredOn(contact -> contact.phone() != null)
                .allMatch(contact -> contact.phone().startsWith("+1 202 555 01"));
    }

    @Test
    void referOnlyToOrganisationsTheyName() {
        var agencies = files.agencies().rows().stream()
                .map(RegistryFiles.AgencyRow::code)
                .collect(Collectors.toSet());
        var providers = files.providers().rows().stream()
                .map(RegistryFiles.ProviderRow::code)
                .collect(Collectors.toSet());
        assertThat(files.coverage().rows()).allMatch(row -> agencies.contains(row.agency()));
        assertThat(files.services().rows()).allMatch(row -> providers.contains(row.provider()));
        assertThat(files.contacts().rows())
                .allMatch(row -> (row.organisation().equals("agency") ? agencies : providers).contains(row.code()));
    }

    @Test
    void giveACityOrCountyToOneTaskForceOnly() {
        var gazetteer = new Gazetteer();
        var keys = files.coverage().rows().stream()
                .map(RegistryFiles.CoverageRow::area)
                .filter(area -> area.place() != null)
                .map(gazetteer::key)
                .toList();
        assertThat(keys).hasSizeGreaterThan(400).doesNotHaveDuplicates();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.ProblemType;
import org.harborline.platform.Purpose;
import org.harborline.platform.Sql;
import org.harborline.platform.testing.Eventually;
import org.harborline.registry.AddCoverage;
import org.harborline.registry.Agency;
import org.harborline.registry.AgencyFilter;
import org.harborline.registry.AgencyId;
import org.harborline.registry.AgencyKind;
import org.harborline.registry.Area;
import org.harborline.registry.Capability;
import org.harborline.registry.ChangeAgency;
import org.harborline.registry.ChangeProvider;
import org.harborline.registry.ContactKind;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.DeliveryChannel;
import org.harborline.registry.Organisations;
import org.harborline.registry.Place;
import org.harborline.registry.Provider;
import org.harborline.registry.PutContact;
import org.harborline.registry.RegisterAgency;
import org.harborline.registry.RegisterProvider;
import org.harborline.registry.RegistryProblem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class OrganisationsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Actor SYSTEM = Actor.system("organisations-tests");
    private static final Actor CLERK = new Actor(
            "clerk-1",
            ActorKind.STAFF,
            EnumSet.of(Permission.REGISTRY_READ, Permission.REGISTRY_CHANGE),
            null,
            Purpose.OPERATION);
    private static final Actor OUTSIDER = new Actor("nobody-1", ActorKind.STAFF, Set.of(), null, Purpose.OPERATION);

    @Autowired
    Organisations organisations;

    @Autowired
    Journal journal;

    @Autowired
    Sql sql;

    private AgencyId register(String code, LocalDate from) {
        return organisations.registerAgency(
                CLERK,
                new RegisterAgency(
                        code,
                        "Agency " + code,
                        AgencyKind.LOCAL,
                        "SM",
                        null,
                        DeliveryChannel.PORTAL,
                        List.of("it", "en"),
                        Set.of(Capability.FORENSICS, Capability.ROUND_THE_CLOCK),
                        from));
    }

    private Agency get(AgencyId id) {
        return organisations.findAgency(CLERK, id).orElseThrow();
    }

    private static void refused(ProblemType type, ThrowingCallable call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call)
                .extracting(ProblemException::type)
                .isEqualTo(type);
    }

    @Test
    void aNewAgencyIsUnverifiedUntilSomebodyConfirmsIt() {
        var id = register("sm-one", DAY.minusDays(1));
        var agency = get(id);
        assertThat(agency.verification().confirmed()).isFalse();
        assertThat(agency.verification().by()).isEqualTo("clerk-1");
        assertThat(agency.languages()).containsExactly("it", "en");
        assertThat(agency.capabilities()).containsExactlyInAnyOrder(Capability.FORENSICS, Capability.ROUND_THE_CLOCK);

        refused(
                RegistryProblem.VERIFIED_IN_FUTURE,
                () -> organisations.verifyAgency(CLERK, id, 1, LocalDate.of(2999, 1, 1)));
        organisations.verifyAgency(CLERK, id, agency.version(), DAY.minusDays(3));
        assertThat(get(id).verification().confirmed()).isTrue();
        assertThat(get(id).verification().on()).isEqualTo(DAY.minusDays(3));

        organisations.changeAgency(CLERK, change(get(id), "Another name"));
        assertThat(get(id).verification().confirmed()).isFalse();
    }

    private static ChangeAgency change(Agency agency, String name) {
        return new ChangeAgency(
                agency.id(),
                agency.version(),
                name,
                agency.channel(),
                agency.languages(),
                agency.capabilities(),
                agency.effectiveUntil());
    }

    @Test
    void aChangeOnAnOlderVersionIsRefused() {
        var shown = get(register("sm-two", DAY));
        organisations.changeAgency(CLERK, change(shown, "First change"));
        refused(
                PlatformProblem.CHANGED_MEANWHILE,
                () -> organisations.changeAgency(CLERK, change(shown, "Second change")));
        refused(
                PlatformProblem.CHANGED_MEANWHILE,
                () -> organisations.verifyAgency(CLERK, shown.id(), shown.version(), DAY));
        assertThat(get(shown.id()).name()).isEqualTo("First change");
        refused(RegistryProblem.CODE_TAKEN, () -> register("sm-two", DAY));
    }

    @Test
    void coverageAppliesExactlyBetweenItsDays() {
        var agency = register("sm-three", DAY.minusYears(1));
        var until = DAY.plusDays(10);
        var area = Area.country("SM");
        var entry = organisations.addCoverage(CLERK, new AddCoverage(agency, area, DAY, until));

        assertThat(proposed("SM", DAY.minusDays(1))).doesNotContain("sm-three");
        assertThat(proposed("SM", DAY)).contains("sm-three");
        assertThat(proposed("SM", until.minusDays(1))).contains("sm-three");
        assertThat(proposed("SM", until)).doesNotContain("sm-three");

        refused(
                RegistryProblem.COVERED_ALREADY,
                () -> organisations.addCoverage(
                        CLERK, new AddCoverage(agency, area, until.minusDays(1), until.plusDays(1))));
        var next = organisations.addCoverage(CLERK, new AddCoverage(agency, area, until, null));
        assertThat(proposed("SM", until)).contains("sm-three");

        organisations.verifyCoverage(CLERK, entry, 1, DAY);
        refused(PlatformProblem.CHANGED_MEANWHILE, () -> organisations.endCoverage(CLERK, entry, 1, DAY.plusDays(1)));
        organisations.endCoverage(CLERK, entry, 2, DAY.plusDays(1));
        assertThat(proposed("SM", DAY)).contains("sm-three");
        assertThat(proposed("SM", DAY.plusDays(1))).doesNotContain("sm-three");
        refused(
                RegistryProblem.ENDS_BEFORE_IT_BEGINS,
                () -> organisations.endCoverage(CLERK, next, 1, until.minusDays(1)));
    }

    private List<String> proposed(String country, LocalDate day) {
        return organisations.agenciesFor(SYSTEM, Place.country(country), day).stream()
                .map(candidate -> candidate.agency().code())
                .toList();
    }

    @Test
    void anAgencyThatNoLongerExistsIsNotProposed() {
        var id = register("li-one", DAY.minusYears(1));
        organisations.addCoverage(CLERK, new AddCoverage(id, Area.country("LI"), DAY.minusYears(1), null));
        assertThat(proposed("LI", DAY)).containsExactly("li-one");
        var agency = get(id);
        organisations.changeAgency(
                CLERK,
                new ChangeAgency(
                        id,
                        agency.version(),
                        agency.name(),
                        agency.channel(),
                        agency.languages(),
                        agency.capabilities(),
                        DAY));
        assertThat(proposed("LI", DAY.minusDays(1))).containsExactly("li-one");
        assertThat(proposed("LI", DAY)).containsExactly("us-federal-liaison");
        assertThat(organisations.mayReceive(SYSTEM, id, DAY)).isFalse();
    }

    @Test
    void agenciesAreListedPageByPageAndByCountryKindAndName() {
        var first = organisations.listAgencies(CLERK, new AgencyFilter("US", AgencyKind.TASK_FORCE, null), "", 60);
        assertThat(first.agencies()).hasSize(60);
        var rest = organisations.listAgencies(
                CLERK, new AgencyFilter("US", AgencyKind.TASK_FORCE, null), first.next(), 60);
        assertThat(rest.agencies()).hasSize(1);
        assertThat(rest.next()).isNull();
        assertThat(organisations
                        .listAgencies(CLERK, new AgencyFilter(null, null, "silicon valley"), "", 10)
                        .agencies())
                .extracting(Agency::code)
                .containsExactly("us-ca-silicon-valley");
    }

    @Test
    void aProviderShowsItsServicesAndWhichContactsAreMissing() {
        var id = organisations.registerProvider(
                CLERK,
                new RegisterProvider(
                        "new-provider", "New Provider", List.of(new Provider.Offering("New Chat", "new.example"))));
        var details = new ContactPoint.Details("Duty desk", null, "+1 202 555 0199", null);
        organisations.putContact(CLERK, new PutContact(id.ref(), ContactKind.ROUND_THE_CLOCK, 1, details, DAY));

        var provider = organisations.findProvider(CLERK, id).orElseThrow();
        assertThat(provider.services()).containsExactly(new Provider.Offering("New Chat", "new.example"));
        assertThat(provider.contactsHeld()).containsExactly(ContactKind.ROUND_THE_CLOCK);
        assertThat(organisations.contacts(CLERK, List.of(id.ref())).get(id.ref()))
                .singleElement()
                .extracting(ContactPoint::details)
                .isEqualTo(details);

        organisations.changeProvider(CLERK, new ChangeProvider(id, 1, "Newer Provider", List.of()));
        refused(
                PlatformProblem.CHANGED_MEANWHILE,
                () -> organisations.changeProvider(CLERK, new ChangeProvider(id, 1, "Newest Provider", List.of())));
        assertThat(organisations.findProvider(CLERK, id).orElseThrow().name()).isEqualTo("Newer Provider");
    }

    @Test
    void aContactOfTheSameKindAndRankIsReplacedAndCanBeRemoved() {
        var agency = register("sm-four", DAY).ref();
        var first = new ContactPoint.Details("First", "first@sm.example", null, null);
        var second = new ContactPoint.Details("Second", "second@sm.example", null, "1 Street\nTown");
        organisations.putContact(CLERK, new PutContact(agency, ContactKind.ROTA, 1, first, DAY));
        organisations.putContact(CLERK, new PutContact(agency, ContactKind.ROTA, 1, second, DAY));
        organisations.putContact(CLERK, new PutContact(agency, ContactKind.ROTA, 2, first, DAY));
        var contacts = organisations.contacts(SYSTEM, List.of(agency)).get(agency);
        assertThat(contacts).extracting(ContactPoint::details).containsExactly(second, first);

        organisations.removeContact(CLERK, agency, contacts.getFirst().id());
        assertThat(organisations.contacts(SYSTEM, List.of(agency)).get(agency)).hasSize(1);
        refused(
                PlatformProblem.NOT_FOUND,
                () -> organisations.removeContact(
                        CLERK, agency, contacts.getFirst().id()));
    }

    @Test
    void contactsAreStoredSealed() {
        var agency = register("sm-five", DAY).ref();
        var details = new ContactPoint.Details("Planted Person", "planted@sm.example", "+1 202 555 0142", null);
        organisations.putContact(CLERK, new PutContact(agency, ContactKind.ROTA, 1, details, DAY));
        var stored = sql.of("SELECT c::text AS row FROM registry.contact_point c")
                .query((row, _) -> row.getString("row"))
                .list();
        assertThat(stored).isNotEmpty().noneMatch(row -> row.contains("lanted") || row.contains("sm.example"));
    }

    @Test
    void whoMayNotLookFindsNothing() {
        var id = register("sm-six", DAY);
        assertThat(organisations.findAgency(OUTSIDER, id)).isEmpty();
        assertThat(organisations.findAgency(OUTSIDER, "sm-six")).isEmpty();
        assertThat(organisations.coverage(OUTSIDER, id)).isEmpty();
        refused(PlatformProblem.NOT_FOUND, () -> organisations.contacts(OUTSIDER, List.of(id.ref())));
        refused(PlatformProblem.NOT_FOUND, () -> organisations.listAgencies(OUTSIDER, AgencyFilter.all(), "", 10));
        refused(PlatformProblem.NOT_FOUND, () -> organisations.verifyAgency(OUTSIDER, id, 1, DAY));
        refused(PlatformProblem.NOT_FOUND, () -> organisations.listProviders(OUTSIDER));

        var officer = new Actor("officer-1", ActorKind.AGENCY, Set.of(), id.ref(), Purpose.AGENCY_CASE);
        assertThat(organisations.findAgency(officer, id)).isPresent();
        assertThat(organisations.findAgency(officer, new AgencyId(UUID.randomUUID())))
                .isEmpty();
    }

    @Test
    void changesAreJournalledWithTheirSubject() {
        var id = register("sm-seven", DAY);
        organisations.addCoverage(CLERK, new AddCoverage(id, Area.country("SM"), DAY, null));
        organisations.verifyAgency(CLERK, id, 1, DAY);
        Eventually.holds(() -> assertThat(journal.of(SYSTEM, id.ref(), 0, 100))
                .extracting(entry -> entry.type())
                .contains("registry.agency-registered", "registry.coverage-changed", "registry.agency-verified"));
    }
}

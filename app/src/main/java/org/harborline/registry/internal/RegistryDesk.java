// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.platform.Mode;
import org.harborline.platform.Permission;
import org.harborline.platform.RecordRef;
import org.harborline.registry.AddCoverage;
import org.harborline.registry.Agency;
import org.harborline.registry.AgencyFilter;
import org.harborline.registry.AgencyId;
import org.harborline.registry.AgencyPage;
import org.harborline.registry.Candidate;
import org.harborline.registry.ChangeAgency;
import org.harborline.registry.ChangeProvider;
import org.harborline.registry.ContactPoint;
import org.harborline.registry.CoverageArea;
import org.harborline.registry.CoverageId;
import org.harborline.registry.Credential;
import org.harborline.registry.CredentialId;
import org.harborline.registry.IssueCredential;
import org.harborline.registry.IssuedCredential;
import org.harborline.registry.Location;
import org.harborline.registry.Organisations;
import org.harborline.registry.Place;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderCredential;
import org.harborline.registry.ProviderId;
import org.harborline.registry.PutContact;
import org.harborline.registry.RegisterAgency;
import org.harborline.registry.RegisterProvider;
import org.harborline.registry.ReplaceCredential;
import org.springframework.stereotype.Component;

/// The one door to the registry; each subject has a desk of its own behind it.
@Component
class RegistryDesk implements Organisations {

    private final ProviderDesk providers;
    private final CredentialDoor door;
    private final CredentialDesk credentials;
    private final AgencyDesk agencies;
    private final CoverageDesk coverage;
    private final ContactBook contacts;
    private final Locations locations;

    RegistryDesk(
            ProviderDesk providers,
            CredentialDoor door,
            CredentialDesk credentials,
            AgencyDesk agencies,
            CoverageDesk coverage,
            ContactBook contacts,
            Locations locations) {
        this.providers = providers;
        this.door = door;
        this.credentials = credentials;
        this.agencies = agencies;
        this.coverage = coverage;
        this.contacts = contacts;
        this.locations = locations;
    }

    @Override
    public Optional<ProviderCredential> authenticate(String user, String secret) {
        return door.authenticate(user, secret);
    }

    @Override
    public Optional<Mode> madeElsewhere(String user) {
        return door.madeElsewhere(user);
    }

    @Override
    public Optional<Provider> findProvider(Actor actor, ProviderId id) {
        return Optional.ofNullable(providers.find(actor, List.of(id)).get(id));
    }

    @Override
    public Map<ProviderId, Provider> findProviders(Actor actor, Collection<ProviderId> ids) {
        return providers.find(actor, ids);
    }

    @Override
    public List<Provider> listProviders(Actor actor) {
        return providers.list(actor);
    }

    @Override
    public Optional<Agency> findAgency(Actor actor, AgencyId id) {
        return Optional.ofNullable(agencies.find(actor, List.of(id)).get(id));
    }

    @Override
    public Map<AgencyId, Agency> findAgencies(Actor actor, Collection<AgencyId> ids) {
        return agencies.find(actor, ids);
    }

    @Override
    public Optional<Agency> findAgency(Actor actor, String code) {
        return agencies.find(actor, code);
    }

    @Override
    public AgencyPage listAgencies(Actor actor, AgencyFilter filter, String after, int limit) {
        return agencies.list(actor, filter, after, limit);
    }

    @Override
    public List<CoverageArea> coverage(Actor actor, AgencyId agency) {
        return coverage.of(actor, agency);
    }

    @Override
    public List<Candidate> agenciesFor(Actor actor, Place place, LocalDate day) {
        return coverage.agenciesFor(actor, place, day);
    }

    @Override
    public Place canonical(Actor actor, Place place) {
        return coverage.canonical(actor, place);
    }

    @Override
    public boolean mayReceive(Actor actor, AgencyId agency, LocalDate day) {
        return coverage.mayReceive(actor, agency, day);
    }

    @Override
    public List<Agency> receivers(Actor actor, LocalDate day) {
        return coverage.receivers(actor, day);
    }

    @Override
    public Optional<Location> locate(Actor actor, String address) {
        actor.require(Permission.REGISTRY_READ);
        return locations.locate(address);
    }

    @Override
    public Map<RecordRef, List<ContactPoint>> contacts(Actor actor, Collection<RecordRef> organisations) {
        return contacts.read(actor, organisations);
    }

    @Override
    public ProviderId registerProvider(Actor actor, RegisterProvider command) {
        return providers.register(actor, command);
    }

    @Override
    public void changeProvider(Actor actor, ChangeProvider command) {
        providers.change(actor, command);
    }

    @Override
    public void readDocuments(Actor actor, ProviderId provider, long version, boolean lenient) {
        providers.read(actor, provider, version, lenient);
    }

    @Override
    public AgencyId registerAgency(Actor actor, RegisterAgency command) {
        return agencies.register(actor, command);
    }

    @Override
    public void changeAgency(Actor actor, ChangeAgency command) {
        agencies.change(actor, command);
    }

    @Override
    public void verifyAgency(Actor actor, AgencyId id, long version, LocalDate on) {
        agencies.verify(actor, id, version, on);
    }

    @Override
    public CoverageId addCoverage(Actor actor, AddCoverage command) {
        return coverage.add(actor, command);
    }

    @Override
    public void verifyCoverage(Actor actor, CoverageId id, long version, LocalDate on) {
        coverage.verify(actor, id, version, on);
    }

    @Override
    public void endCoverage(Actor actor, CoverageId id, long version, LocalDate until) {
        coverage.end(actor, id, version, until);
    }

    @Override
    public void putContact(Actor actor, PutContact command) {
        contacts.put(actor, command);
    }

    @Override
    public void removeContact(Actor actor, RecordRef organisation, UUID contact) {
        contacts.remove(actor, organisation, contact);
    }

    @Override
    public void checkContact(Actor actor, RecordRef organisation, UUID contact) {
        contacts.check(actor, organisation, contact);
    }

    @Override
    public List<Credential> credentials(Actor actor, ProviderId provider) {
        return credentials.list(actor, provider);
    }

    @Override
    public IssuedCredential issueCredential(Actor actor, IssueCredential command) {
        return credentials.issue(actor, command);
    }

    @Override
    public IssuedCredential replaceCredential(Actor actor, ReplaceCredential command) {
        return credentials.replace(actor, command);
    }

    @Override
    public int revokeCredentials(Actor actor, ProviderId provider) {
        return credentials.revokeAll(actor, provider);
    }

    @Override
    public void revokeCredential(Actor actor, CredentialId id) {
        credentials.revoke(actor, id);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.platform.Mode;
import org.harborline.platform.RecordRef;

/// Who exists and what they cover on a given day. Where a report goes is decided in `referral`.
///
/// People need [org.harborline.platform.Permission#REGISTRY_READ] to look and
/// [org.harborline.platform.Permission#REGISTRY_CHANGE] to change; an officer or provider always finds the own
/// organisation, and with [org.harborline.platform.Permission#COMPANY_KEEP] keeps the services, contact points and
/// credentials of its company. Changes made on an older version than the present one are refused with
/// [org.harborline.platform.PlatformProblem#CHANGED_MEANWHILE].
public interface Organisations {

    /// Who stands behind a user name and secret. One indexed look-up, a comparison that takes the same time for every
    /// wrong secret, and nothing remembered between calls: a revoked credential is refused from the next call on.
    ///
    /// @return empty for an unknown name, a wrong secret, and an expired or revoked credential alike
    Optional<ProviderCredential> authenticate(String user, String secret);

    /// The kind of installation that a user name says it was made for, when it is not this one: what the refusal
    /// explains. It says nothing about whether there is such a credential.
    Optional<Mode> madeElsewhere(String user);

    Optional<Provider> findProvider(Actor actor, ProviderId id);

    /// As [#findProvider], for several, with as many statements as for one.
    Map<ProviderId, Provider> findProviders(Actor actor, Collection<ProviderId> ids);

    /// All providers in the order of their codes.
    List<Provider> listProviders(Actor actor);

    Optional<Agency> findAgency(Actor actor, AgencyId id);

    /// As [#findAgency], for several, with one statement.
    Map<AgencyId, Agency> findAgencies(Actor actor, Collection<AgencyId> ids);

    /// Finds an agency by its permanent short name.
    Optional<Agency> findAgency(Actor actor, String code);

    /// Agencies in the order of their codes.
    ///
    /// @param after [AgencyPage#next()] of the page before; empty for the first
    AgencyPage listAgencies(Actor actor, AgencyFilter filter, String after, int limit);

    /// What an agency covers, covered and will cover.
    List<CoverageArea> coverage(Actor actor, AgencyId agency);

    /// Agencies proposed for a place, best first, and never none as long as the registry names anybody for
    /// [Area#anywhere()].
    ///
    /// Entries finer than a region come first, all of them when city, county and postcode
    /// point at different agencies. Without one, all agencies of the region are proposed, then
    /// those of the country, then the fallback. A broader level is only asked when the finer
    /// one answers nothing.
    ///
    /// @param day coverage and agencies in effect on this day
    List<Candidate> agenciesFor(Actor actor, Place place, LocalDate day);

    /// The place with its country and region as codes, so that `Texas` and `TX` are equal. A country or region that
    /// nobody knows becomes absent; county, city and postcode stay as they are.
    Place canonical(Actor actor, Place place);

    /// Whether this installation may send something to the agency on that day: it exists then and, outside the
    /// sandbox, is confirmed and not sample data.
    boolean mayReceive(Actor actor, AgencyId agency, LocalDate day);

    /// All agencies that [#mayReceive] holds for, in the order of their codes.
    List<Agency> receivers(Actor actor, LocalDate day);

    /// Where a network address is, by the operator's map; in the sandbox also by the sample map of documentation
    /// prefixes.
    ///
    /// @param address IPv4 or IPv6 in text form
    /// @return empty when it is no address or no map knows it
    Optional<Location> locate(Actor actor, String address);

    /// Opens contact points in clear, in the order of kind and rank. When a person asks, a purpose is needed and the
    /// opening is journalled.
    ///
    /// @param organisations [ProviderId#ref()] or [AgencyId#ref()]; those without contact points are absent
    Map<RecordRef, List<ContactPoint>> contacts(Actor actor, Collection<RecordRef> organisations);

    ProviderId registerProvider(Actor actor, RegisterProvider command);

    void changeProvider(Actor actor, ChangeProvider command);

    /// Sets how a provider's documents are read. The company itself may not.
    ///
    /// @param version the one that was shown
    /// @param lenient see [Provider#lenient()]
    void readDocuments(Actor actor, ProviderId provider, long version, boolean lenient);

    AgencyId registerAgency(Actor actor, RegisterAgency command);

    void changeAgency(Actor actor, ChangeAgency command);

    /// Confirms that the agency is what the registry says and may receive packages.
    ///
    /// @param on the day of the check; not in the future
    void verifyAgency(Actor actor, AgencyId id, long version, LocalDate on);

    CoverageId addCoverage(Actor actor, AddCoverage command);

    /// Confirms an entry.
    ///
    /// @param on the day of the check; not in the future
    void verifyCoverage(Actor actor, CoverageId id, long version, LocalDate on);

    /// Ends an entry. It stays readable: what was proposed in the past can still be explained.
    ///
    /// @param until first day it no longer applies
    void endCoverage(Actor actor, CoverageId id, long version, LocalDate until);

    void putContact(Actor actor, PutContact command);

    void removeContact(Actor actor, RecordRef organisation, UUID contact);

    /// Notes that somebody reached the contact point today and it is as it is written.
    void checkContact(Actor actor, RecordRef organisation, UUID contact);

    /// Credentials of a provider, newest first.
    List<Credential> credentials(Actor actor, ProviderId provider);

    /// Makes a credential with a random secret of 256 bits. The answer is the only time the secret is seen.
    IssuedCredential issueCredential(Actor actor, IssueCredential command);

    /// Makes a successor that opens beside it until the chosen instant.
    IssuedCredential replaceCredential(Actor actor, ReplaceCredential command);

    /// Refuses all credentials of a company from now on, at once: the switch for a leaked secret.
    ///
    /// @return how many opened until then
    int revokeCredentials(Actor actor, ProviderId provider);

    /// Refuses a credential from now on, at once. A second time changes nothing.
    void revokeCredential(Actor actor, CredentialId id);
}

// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry;

import org.harborline.platform.ProblemException;
import org.harborline.platform.ProblemType;
import org.springframework.http.HttpStatus;

/// What can go wrong when the registry is changed.
public enum RegistryProblem implements ProblemType {
    /// The permanent short name has another form.
    CODE_FORM("organisation-code-form", HttpStatus.BAD_REQUEST),
    /// The name is missing or too long.
    NAME_LENGTH("organisation-name-length", HttpStatus.BAD_REQUEST),
    /// The country is no two letters.
    COUNTRY_FORM("organisation-country-form", HttpStatus.BAD_REQUEST),
    /// The region is no short code.
    REGION_FORM("organisation-region-form", HttpStatus.BAD_REQUEST),
    /// A line of the services is no name and domain.
    SERVICE_FORM("service-form", HttpStatus.BAD_REQUEST),
    /// A credential is for a service that the company does not have.
    SERVICE_UNKNOWN("service-unknown", HttpStatus.BAD_REQUEST),
    /// Nothing is issued to a suspended company.
    SUSPENDED("company-suspended", HttpStatus.CONFLICT),
    /// A credential that files real reports, for a company that has not gone live.
    NOT_LIVE("company-not-live", HttpStatus.CONFLICT),
    /// Two credentials would open together for too long, or not at all.
    OVERLAP("credential-overlap", HttpStatus.BAD_REQUEST),
    /// A credential that ended has no successor.
    CREDENTIAL_ENDED("credential-ended", HttpStatus.CONFLICT),
    /// A link to join was used, has ended or was never made: the three look the same.
    LINK_UNUSABLE("registration-link-unusable", HttpStatus.NOT_FOUND),
    /// Too many applications from one place.
    REGISTRATION_SLOWED("registration-slowed", HttpStatus.TOO_MANY_REQUESTS),
    /// Nothing was written, or too much.
    NOTE_LENGTH("note-length", HttpStatus.BAD_REQUEST),
    /// The company does not stand where this step begins.
    STANDING_OTHER("company-standing", HttpStatus.CONFLICT),
    /// Something is still to be checked, or no agreement is in force.
    CHECKS_OPEN("company-checks-open", HttpStatus.CONFLICT),
    /// One person agrees once.
    APPROVED_ALREADY("company-approved-already", HttpStatus.CONFLICT),
    /// A certificate that nobody trusted signed, of another company, or too old.
    CERTIFICATE_UNUSABLE("conformance-certificate-unusable", HttpStatus.BAD_REQUEST),
    /// No certificate, or one that has grown old.
    NOT_CONFORMING("company-not-conforming", HttpStatus.CONFLICT),
    /// Two services have one name.
    SERVICE_TWICE("service-twice", HttpStatus.CONFLICT),
    /// Another organisation has this permanent short name.
    CODE_TAKEN("organisation-code-taken", HttpStatus.CONFLICT),
    /// A check cannot lie in the future.
    VERIFIED_IN_FUTURE("verified-in-future", HttpStatus.BAD_REQUEST),
    /// An entry would end before it begins.
    ENDS_BEFORE_IT_BEGINS("ends-before-it-begins", HttpStatus.BAD_REQUEST),
    /// The same area is already covered by this agency at that time.
    COVERED_ALREADY("covered-already", HttpStatus.CONFLICT);

    private final String slug;
    private final HttpStatus status;

    RegistryProblem(String slug, HttpStatus status) {
        this.slug = slug;
        this.status = status;
    }

    /// Refuses with this problem when the condition does not hold.
    public void unless(boolean condition, Object... arguments) {
        if (!condition) {
            throw new ProblemException(this, arguments);
        }
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public HttpStatus status() {
        return status;
    }
}

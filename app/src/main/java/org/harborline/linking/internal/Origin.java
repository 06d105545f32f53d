// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.harborline.intake.PartyRole;
import org.harborline.intake.StatedIdentifier;
import org.jspecify.annotations.Nullable;

/// Where an identifier was stated: some identifiers mean something only within one provider's service.
///
/// @param provider the sender of the report
/// @param service the sender's service, when the report names one
/// @param services what the registry says the sender runs
/// @param happened when the incident was that the report is about; absent when no report states it
record Origin(
        UUID provider,
        @Nullable String service,
        Services services,
        @Nullable Instant happened) {

    /// A sender that runs one service, or none that is known.
    Origin(UUID provider, @Nullable String service) {
        this(provider, service, Services.NONE);
    }

    /// A sender whose services are known.
    Origin(UUID provider, @Nullable String service, Services services) {
        this(provider, service, services, null);
    }

    /// The same, of a report about an incident at that time.
    Origin at(Instant incident) {
        return new Origin(provider, service, services, incident);
    }

    /// The service that gives the identifier its meaning, as written: the one stated with it, else the report's, else
    /// none.
    String serviceOf(StatedIdentifier stated) {
        String named = stated.qualifier() == null ? service : stated.qualifier();
        return named == null ? "" : named.strip().toLowerCase(Locale.ROOT);
    }

    /// Whether the account is at another company: the sender says so, or ties it to somebody and names a platform that
    /// is
    /// none of its own.
    boolean elsewhere(StatedIdentifier stated) {
        boolean tiedElsewhere = stated.role() == PartyRole.ASSOCIATED_ACCOUNT
                && stated.qualifier() != null
                && !services.knows(stated.qualifier());
        return tiedElsewhere || Boolean.TRUE.equals(stated.quality().thirdParty());
    }

    /// A platform's name for scoping: the sender and, where it runs several services that are registered, the one
    /// named.
    /// Senders write the name of a service freely, or leave it out; any other text stands for the sender itself.
    String platformOf(StatedIdentifier stated) {
        return provider + "|" + services.named(serviceOf(stated)).orElse("");
    }
}

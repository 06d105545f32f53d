// SPDX-License-Identifier: Apache-2.0
package org.harborline.linking.internal;

import java.util.Locale;
import java.util.UUID;
import org.harborline.intake.StatedIdentifier;
import org.jspecify.annotations.Nullable;

/// Where an identifier was stated: some identifiers mean something only within one provider's service.
///
/// @param provider the sender of the report
/// @param service the sender's service, when the report names one
record Origin(UUID provider, @Nullable String service) {

    /// The service that gives the identifier its meaning: the one stated with it, else the report's, else none.
    String serviceOf(StatedIdentifier stated) {
        String named = stated.qualifier() == null ? service : stated.qualifier();
        return named == null ? "" : named.strip().toLowerCase(Locale.ROOT);
    }

    /// A platform's name for scoping: the sender and its service.
    String platformOf(StatedIdentifier stated) {
        return provider + "|" + serviceOf(stated);
    }
}

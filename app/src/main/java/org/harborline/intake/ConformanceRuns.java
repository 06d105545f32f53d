// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.harborline.platform.Actor;
import org.harborline.registry.CredentialId;
import org.jspecify.annotations.Nullable;

/// A client shows that it does everything a client has to do. It files with its own credential in a sandbox, and what
/// it does is recognised as it happens. A run that is missing or incomplete stops no report anywhere.
///
/// Looking needs the own company and [org.harborline.platform.Permission#COMPANY_READ] or
/// [org.harborline.platform.Permission#FILING_READ].
public interface ConformanceRuns {

    /// Whether runs are taken here: in a sandbox only.
    boolean taken();

    /// Begins a run with one of the company's credentials; an earlier one of the company ends. Needs
    /// [org.harborline.platform.Permission#COMPANY_KEEP], or the credential itself as the actor.
    ///
    /// @param company permanent short name at the installation for real reports, for the certificate
    Run begin(Actor actor, CredentialId credential, String company);

    /// The company's newest run.
    Optional<Run> newest(Actor actor);

    /// The signed certificate of a run that was passed; empty while something is missing.
    Optional<String> certificate(Actor actor);

    /// A run.
    ///
    /// @param company for which the certificate is made
    /// @param done what was recognised
    /// @param passedAt absent while something is missing
    record Run(
            UUID id,
            CredentialId credential,
            String company,
            Instant startedAt,
            Set<ConformanceCase> done,
            @Nullable Instant passedAt) {

        public Run {
            done = Set.copyOf(done);
        }
    }
}

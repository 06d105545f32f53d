// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.ProblemException;
import org.harborline.registry.Admissions;
import org.harborline.registry.ConformanceCertificate;
import org.harborline.registry.ProviderId;
import org.harborline.registry.RegistryProblem;
import org.harborline.registry.Standing;
import org.harborline.registry.Verifying.Conformance;
import org.harborline.registry.facts.ConformanceAccepted;
import org.harborline.registry.facts.StandingChanged;
import org.springframework.stereotype.Component;

/// The last step of a company: it shows that its client works, and files by machine from then on. Two people have
/// agreed
/// on who it is by then, so the company takes this step itself.
@Component
class AdmissionDesk implements Admissions {

    private final VerificationDesk verifications;
    private final VerificationTable table;
    private final ProviderTable providers;
    private final TrustedSandbox trusted;
    private final Journal journal;
    private final Clock clock;

    AdmissionDesk(
            VerificationDesk verifications,
            VerificationTable table,
            ProviderTable providers,
            TrustedSandbox trusted,
            Journal journal,
            Clock clock) {
        this.verifications = verifications;
        this.table = table;
        this.providers = providers;
        this.trusted = trusted;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void accept(Actor actor, ProviderId provider, String pasted, long version) {
        Keepers.requireKeeper(actor, provider);
        Instant now = clock.instant();
        var certificate = ConformanceCertificate.read(pasted, trusted.keys())
                .filter(one -> providers.find(List.of(provider)).stream()
                        .anyMatch(company -> company.code().equals(one.company())))
                .filter(one -> fresh(one.passedAt(), now))
                .orElseThrow(() -> new ProblemException(RegistryProblem.CERTIFICATE_UNUSABLE));
        var conformance = new Conformance(certificate.run(), certificate.passedAt(), now);
        verifications.turn(provider, version, company -> {
            table.accept(provider, conformance, pasted.strip());
            journal.record(actor, new ConformanceAccepted(provider, certificate.run(), certificate.passedAt()));
            return company.standing();
        });
    }

    @Override
    public void goLive(Actor actor, ProviderId provider, long version) {
        Keepers.requireKeeper(actor, provider);
        verifications.turn(provider, version, company -> {
            RegistryProblem.STANDING_OTHER.unless(company.standing() == Standing.VERIFIED);
            RegistryProblem.NOT_CONFORMING.unless(table.conformance(provider)
                    .filter(one -> fresh(one.passedAt(), clock.instant()))
                    .isPresent());
            journal.record(actor, new StandingChanged(provider, Standing.VERIFIED, Standing.LIVE));
            return Standing.LIVE;
        });
    }

    private static boolean fresh(Instant passedAt, Instant now) {
        return !passedAt.isAfter(now)
                && passedAt.plus(Duration.ofDays(ConformanceCertificate.DAYS)).isAfter(now);
    }
}

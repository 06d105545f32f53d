// SPDX-License-Identifier: Apache-2.0
package org.harborline.intake.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.harborline.intake.ConformanceCase;
import org.harborline.intake.ConformanceRuns;
import org.harborline.platform.Actor;
import org.harborline.platform.ActorKind;
import org.harborline.platform.Ids;
import org.harborline.platform.Keyset;
import org.harborline.platform.Mode;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.registry.ConformanceCertificate;
import org.harborline.registry.CredentialId;
import org.harborline.registry.Organisations;
import org.harborline.registry.ProviderId;
import org.springframework.stereotype.Component;

/// Begins runs and signs their certificates.
@Component
class ConformanceDesk implements ConformanceRuns {

    private static final int LONGEST_CODE = 63;

    private final ConformanceTable table;
    private final ConformanceWatch watch;
    private final Organisations organisations;
    private final Writing writing;
    private final Keyset keyset;
    private final Mode mode;

    ConformanceDesk(
            ConformanceTable table,
            ConformanceWatch watch,
            Organisations organisations,
            Writing writing,
            Keyset keyset,
            Mode mode) {
        this.table = table;
        this.watch = watch;
        this.organisations = organisations;
        this.writing = writing;
        this.keyset = keyset;
        this.mode = mode;
    }

    @Override
    public boolean taken() {
        return mode == Mode.SANDBOX;
    }

    @Override
    public Run begin(Actor actor, CredentialId credential, String company) {
        UUID provider = company(actor);
        boolean itself = actor.id().equals(credential.toString());
        boolean own = organisations.credentials(actor, new ProviderId(provider)).stream()
                .anyMatch(one -> one.id().equals(credential));
        if (!taken() || !own || !(itself || actor.may(Permission.COMPANY_KEEP))) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        if (company.isBlank() || company.length() > LONGEST_CODE || !company.matches("[a-z0-9-]+")) {
            throw new ProblemException(PlatformProblem.INVALID_INPUT);
        }
        var run = new Run(Ids.next(), credential, company, writing.clock().instant(), Set.of(), null);
        writing.transactions().run(() -> table.begin(provider, run));
        watch.lookAgain();
        return run;
    }

    @Override
    public Optional<Run> newest(Actor actor) {
        return table.newest(company(actor));
    }

    @Override
    public Optional<String> certificate(Actor actor) {
        return newest(actor)
                .filter(run -> run.passedAt() != null)
                .map(run -> new ConformanceCertificate(
                                run.company(),
                                run.id(),
                                java.util.Objects.requireNonNull(run.passedAt()),
                                Arrays.stream(ConformanceCase.values())
                                        .map(Enum::name)
                                        .toList())
                        .text(keyset.signer()));
    }

    private static UUID company(Actor actor) {
        RecordRef party = actor.party();
        boolean looks = actor.may(Permission.COMPANY_READ) || actor.may(Permission.FILING_READ);
        if (actor.kind() != ActorKind.PROVIDER || party == null || !looks) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return UUID.fromString(party.id());
    }
}

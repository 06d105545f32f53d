// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.harborline.registry.Agency;
import org.harborline.registry.AgencyFilter;
import org.harborline.registry.AgencyId;
import org.harborline.registry.AgencyPage;
import org.harborline.registry.ChangeAgency;
import org.harborline.registry.RegisterAgency;
import org.harborline.registry.RegistryProblem;
import org.harborline.registry.Verification;
import org.harborline.registry.facts.AgencyChanged;
import org.harborline.registry.facts.AgencyRegistered;
import org.harborline.registry.facts.AgencyVerified;
import org.springframework.stereotype.Component;

/// Agencies and who confirmed them.
@Component
class AgencyDesk {

    private static final int LARGEST_PAGE = 500;

    private final AgencyTable table;
    private final ContactBook contacts;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;

    AgencyDesk(AgencyTable table, ContactBook contacts, Journal journal, Transactions transactions, Clock clock) {
        this.table = table;
        this.contacts = contacts;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    Map<AgencyId, Agency> find(Actor actor, Collection<AgencyId> ids) {
        var visible = ids.stream()
                .filter(id -> actor.may(Permission.REGISTRY_READ) || id.ref().equals(actor.party()))
                .toList();
        return visible.isEmpty() ? Map.of() : table.find(visible);
    }

    Optional<Agency> find(Actor actor, String code) {
        return table.find(code)
                .filter(agency ->
                        actor.may(Permission.REGISTRY_READ) || agency.id().ref().equals(actor.party()));
    }

    AgencyPage list(Actor actor, AgencyFilter filter, String after, int limit) {
        actor.require(Permission.REGISTRY_READ);
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        var found = table.list(filter, after, size + 1);
        boolean more = found.size() > size;
        var page = more ? found.subList(0, size) : found;
        return new AgencyPage(page, more ? page.getLast().code() : null);
    }

    AgencyId register(Actor actor, RegisterAgency command) {
        actor.require(Permission.REGISTRY_CHANGE);
        var agency = new Agency(
                new AgencyId(Ids.next()),
                command.code(),
                command.name(),
                command.kind(),
                command.country(),
                command.region(),
                command.channel(),
                command.languages(),
                command.capabilities(),
                Set.of(),
                new Verification(false, actor.id(), today()),
                false,
                command.effectiveFrom(),
                null,
                1);
        return transactions.write(() -> {
            if (table.insertMissing(List.of(agency)).isEmpty()) {
                throw new ProblemException(RegistryProblem.CODE_TAKEN);
            }
            contacts.open(actor, agency.id().ref(), List.of());
            journal.record(actor, new AgencyRegistered(agency.id(), agency.kind(), false));
            return agency.id();
        });
    }

    void change(Actor actor, ChangeAgency command) {
        actor.require(Permission.REGISTRY_CHANGE);
        transactions.run(() -> {
            Agency before = get(command.id());
            LocalDate until = command.effectiveUntil();
            if (until != null && !until.isAfter(before.effectiveFrom())) {
                throw new ProblemException(RegistryProblem.ENDS_BEFORE_IT_BEGINS);
            }
            boolean stands = before.name().equals(command.name()) && before.channel() == command.channel();
            var verification = stands ? before.verification() : new Verification(false, actor.id(), today());
            requireChanged(table.change(command, verification));
            journal.record(actor, new AgencyChanged(command.id(), command.version() + 1, verification.confirmed()));
        });
    }

    void verify(Actor actor, AgencyId id, long version, LocalDate on) {
        actor.require(Permission.REGISTRY_CHANGE);
        transactions.run(() -> {
            Agency _ = get(id);
            requireChanged(table.verify(id, version, confirmation(actor, on)));
            journal.record(actor, new AgencyVerified(id, on));
        });
    }

    /// A check by the actor on a day that has begun somewhere on earth.
    Verification confirmation(Actor actor, LocalDate on) {
        if (on.isAfter(clock.instant().atOffset(ZoneOffset.MAX).toLocalDate())) {
            throw new ProblemException(RegistryProblem.VERIFIED_IN_FUTURE);
        }
        return new Verification(true, actor.id(), on);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    Agency get(AgencyId id) {
        return Optional.ofNullable(table.find(List.of(id)).get(id))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    static void requireChanged(boolean changed) {
        if (!changed) {
            throw new ProblemException(PlatformProblem.CHANGED_MEANWHILE);
        }
    }
}

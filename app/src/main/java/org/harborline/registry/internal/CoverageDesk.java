// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.harborline.journal.Journal;
import org.harborline.platform.Actor;
import org.harborline.platform.Ids;
import org.harborline.platform.Mode;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Transactions;
import org.harborline.registry.AddCoverage;
import org.harborline.registry.Agency;
import org.harborline.registry.AgencyFilter;
import org.harborline.registry.AgencyId;
import org.harborline.registry.AgencyPage;
import org.harborline.registry.Candidate;
import org.harborline.registry.CoverageArea;
import org.harborline.registry.CoverageId;
import org.harborline.registry.Place;
import org.harborline.registry.RegistryProblem;
import org.harborline.registry.Verification;
import org.harborline.registry.facts.CoverageChanged;
import org.harborline.registry.facts.CoverageVerified;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What agencies cover, and who is proposed for a place.
@Component
class CoverageDesk {

    private static final int PAGE = 200;

    private final CoverageTable table;
    private final AgencyTable agencies;
    private final AgencyDesk agencyDesk;
    private final Gazetteer gazetteer;
    private final Journal journal;
    private final Transactions transactions;
    private final Mode mode;

    CoverageDesk(
            CoverageTable table,
            AgencyTable agencies,
            AgencyDesk agencyDesk,
            Gazetteer gazetteer,
            Journal journal,
            Transactions transactions,
            Mode mode) {
        this.table = table;
        this.agencies = agencies;
        this.agencyDesk = agencyDesk;
        this.gazetteer = gazetteer;
        this.journal = journal;
        this.transactions = transactions;
        this.mode = mode;
    }

    List<Candidate> agenciesFor(Actor actor, Place place, LocalDate day) {
        actor.require(Permission.REGISTRY_READ);
        return new Ranking(mode, day).of(table.matching(gazetteer.keys(place), day));
    }

    Place canonical(Actor actor, Place place) {
        actor.require(Permission.REGISTRY_READ);
        return gazetteer.canonical(place);
    }

    boolean mayReceive(Actor actor, AgencyId agency, LocalDate day) {
        var found = agencyDesk.find(actor, List.of(agency)).get(agency);
        return found != null && new Ranking(mode, day).mayReceive(found);
    }

    List<Agency> receivers(Actor actor, LocalDate day) {
        var ranking = new Ranking(mode, day);
        var receivers = new ArrayList<Agency>();
        @Nullable String after = "";
        do {
            AgencyPage page = agencyDesk.list(actor, AgencyFilter.all(), after, PAGE);
            page.agencies().stream().filter(ranking::mayReceive).forEach(receivers::add);
            after = page.next();
        } while (after != null);
        return receivers;
    }

    List<CoverageArea> of(Actor actor, AgencyId agency) {
        return agencyDesk.find(actor, List.of(agency)).isEmpty() ? List.of() : table.of(agency);
    }

    CoverageId add(Actor actor, AddCoverage command) {
        actor.require(Permission.REGISTRY_CHANGE);
        LocalDate until = command.effectiveUntil();
        if (until != null && !until.isAfter(command.effectiveFrom())) {
            throw new ProblemException(RegistryProblem.ENDS_BEFORE_IT_BEGINS);
        }
        var entry = new CoverageArea(
                new CoverageId(Ids.next()),
                command.agency(),
                command.area(),
                command.effectiveFrom(),
                until,
                new Verification(false, actor.id(), agencyDesk.today()),
                false,
                1);
        return transactions.write(() -> insert(actor, entry));
    }

    private CoverageId insert(Actor actor, CoverageArea entry) {
        // The lock keeps two people from entering overlapping spans at the same time.
        if (!agencies.lock(entry.agency())) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        if (table.overlaps(entry, gazetteer.key(entry.area()))
                || table.insertMissing(List.of(entry), gazetteer).isEmpty()) {
            throw new ProblemException(RegistryProblem.COVERED_ALREADY);
        }
        journal.record(actor, new CoverageChanged(entry.agency(), List.of(entry.id()), List.of()));
        return entry.id();
    }

    void verify(Actor actor, CoverageId id, long version, LocalDate on) {
        actor.require(Permission.REGISTRY_CHANGE);
        transactions.run(() -> {
            CoverageArea entry = get(id);
            AgencyDesk.requireChanged(table.verify(id, version, agencyDesk.confirmation(actor, on)));
            journal.record(actor, new CoverageVerified(entry.agency(), id, on));
        });
    }

    void end(Actor actor, CoverageId id, long version, LocalDate until) {
        actor.require(Permission.REGISTRY_CHANGE);
        transactions.run(() -> {
            CoverageArea entry = get(id);
            requireShortens(entry, until);
            AgencyDesk.requireChanged(table.end(id, version, until));
            journal.record(actor, new CoverageChanged(entry.agency(), List.of(), List.of(id)));
        });
    }

    /// Ends are only brought forward: a later end could run into the entry that follows.
    private static void requireShortens(CoverageArea entry, LocalDate until) {
        LocalDate end = entry.effectiveUntil();
        if (until.isBefore(entry.effectiveFrom()) || (end != null && until.isAfter(end))) {
            throw new ProblemException(RegistryProblem.ENDS_BEFORE_IT_BEGINS);
        }
    }

    private CoverageArea get(CoverageId id) {
        return table.find(id).orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }
}

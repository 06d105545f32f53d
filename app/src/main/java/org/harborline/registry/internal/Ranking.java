// SPDX-License-Identifier: Apache-2.0
package org.harborline.registry.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.harborline.platform.Mode;
import org.harborline.registry.Agency;
import org.harborline.registry.AgencyId;
import org.harborline.registry.Area;
import org.harborline.registry.Candidate;
import org.harborline.registry.Caution;
import org.harborline.registry.Confidence;
import org.harborline.registry.CoverageArea;

/// Orders the entries that a place matches and leaves out the broader ones. Pure: the same matches give the same
/// proposal.
record Ranking(Mode mode, LocalDate day) {

    /// A postcode of this length names a city rather than an area of postcodes.
    private static final int FULL_POSTCODE = 5;

    private static final Comparator<Match> BEST_FIRST = Comparator.comparing(
                    (Match match) -> match.area().scope())
            .thenComparing(Ranking::placeLength, Comparator.reverseOrder())
            .thenComparing(match -> match.agency().code());

    /// Picks the finest level that answers.
    List<Candidate> of(Collection<Match> matches) {
        var fine = level(matches, Area.Scope.CITY, Area.Scope.POSTCODE, Area.Scope.COUNTY);
        var region = level(matches, Area.Scope.REGION);
        if (!fine.isEmpty()) {
            return propose(contradicts(fine, region) ? Stream.concat(fine.stream(), region.stream()) : fine.stream());
        }
        return Stream.of(region, level(matches, Area.Scope.COUNTRY), level(matches, Area.Scope.ANYWHERE))
                .filter(level -> !level.isEmpty())
                .findFirst()
                .map(level -> propose(level.stream()))
                .orElse(List.of());
    }

    /// A postcode in another region than the stated one: then the agencies of the stated region are proposed, too.
    private static boolean contradicts(List<Match> fine, List<Match> region) {
        Set<AgencyId> ofRegion =
                region.stream().map(match -> match.agency().id()).collect(Collectors.toUnmodifiableSet());
        return !region.isEmpty()
                && fine.stream()
                        .anyMatch(match -> !ofRegion.contains(match.agency().id()));
    }

    private static List<Match> level(Collection<Match> matches, Area.Scope... scopes) {
        return matches.stream()
                .filter(match -> List.of(scopes).contains(match.area().scope()))
                .sorted(BEST_FIRST)
                .toList();
    }

    private List<Candidate> propose(Stream<Match> matches) {
        var best = new LinkedHashMap<AgencyId, Candidate>();
        matches.forEach(match -> best.putIfAbsent(match.agency().id(), candidate(match)));
        return List.copyOf(best.values());
    }

    private Candidate candidate(Match match) {
        return new Candidate(
                match.agency(), match.coverage(), confidence(match), cautions(match), mayReceive(match.agency()));
    }

    /// Whether this installation may send something there on the day.
    boolean mayReceive(Agency agency) {
        boolean real = !agency.sample() && agency.verification().confirmed();
        return agency.existsOn(day) && (mode == Mode.SANDBOX || real);
    }

    private static Confidence confidence(Match match) {
        return switch (match.area().scope()) {
            case CITY -> Confidence.CITY;
            case POSTCODE -> placeLength(match) >= FULL_POSTCODE ? Confidence.CITY : Confidence.COUNTY;
            case COUNTY -> Confidence.COUNTY;
            case REGION -> Confidence.STATE;
            case COUNTRY -> Confidence.COUNTRY;
            case ANYWHERE -> Confidence.FALLBACK;
        };
    }

    private static Set<Caution> cautions(Match match) {
        var cautions = EnumSet.noneOf(Caution.class);
        if (match.agency().sample() || match.coverage().sample()) {
            cautions.add(Caution.SAMPLE);
        }
        if (!match.agency().verification().confirmed()) {
            cautions.add(Caution.AGENCY_UNVERIFIED);
        }
        if (!match.coverage().verification().confirmed()) {
            cautions.add(Caution.COVERAGE_UNVERIFIED);
        }
        return cautions;
    }

    private static int placeLength(Match match) {
        String place = match.area().place();
        return place == null || match.area().scope() != Area.Scope.POSTCODE ? 0 : place.length();
    }

    /// An entry that a place is in, with its agency.
    record Match(Agency agency, CoverageArea coverage) {

        Area area() {
            return coverage.area();
        }
    }
}

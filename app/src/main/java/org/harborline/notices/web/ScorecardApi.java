// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.harborline.notices.Scorecard;
import org.harborline.notices.Scorecards;
import org.harborline.platform.Actor;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.Requires;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A company's own scorecard, for its machine.
@Controller
class ScorecardApi {

    private final Scorecards scorecards;
    private final Organisations organisations;

    ScorecardApi(Scorecards scorecards, Organisations organisations) {
        this.scorecards = scorecards;
        this.organisations = organisations;
    }

    /// A month.
    ///
    /// @param ended nothing in it changes any more
    /// @param useful what agencies found useful, over all companies; empty until it can be told
    record Month(String month, boolean ended, List<Card> services, List<Useful> useful) {}

    /// A line of the rubric.
    ///
    /// @param stated how many of the reports that state it were useful, in hundredths, to the next ten
    /// @param missing how many of those that do not
    record Useful(String code, String field, int stated, int missing) {

        private static Useful of(Scorecards.Useful one) {
            return new Useful(one.line().id().value(), one.line().field(), one.stated(), one.missing());
        }
    }

    /// A service in the month.
    ///
    /// @param service absent for reports that were sent for the company as a whole
    /// @param peerMedian of other companies, all their services together
    record Card(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String service,

            long reports,
            int average,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer peerMedian,

            List<Missing> missing) {}

    /// A line of the rubric that reports did not state, the costliest first.
    ///
    /// @param example number of the newest such report
    record Missing(String code, String field, String part, String adds, long applied, long missing, long example) {

        private static Missing of(Scorecard.Missing one) {
            return new Missing(
                    one.line().id().value(),
                    one.line().field(),
                    one.line().part().code(),
                    one.line().adds(Locale.ENGLISH),
                    one.applied(),
                    one.reports(),
                    one.example().value());
        }
    }

    @GetMapping("/api/v1/scorecards/{month}")
    @Requires(Permission.FILING_READ)
    ResponseEntity<Month> month(Actor actor, @PathVariable String month) {
        Provider company = ScorecardPages.company(organisations, actor);
        Scorecard card = scorecards.of(actor, company.id(), Optional.of(month(month)));
        var view = new ScorecardView(company, ScorecardPages.PATH);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(new Month(
                        card.month().toString(),
                        card.ended(),
                        card.services().stream()
                                .map(service -> service(service, view))
                                .toList(),
                        scorecards.useful(actor).stream().map(Useful::of).toList()));
    }

    private static YearMonth month(String written) {
        try {
            return YearMonth.parse(written);
        } catch (DateTimeException _) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
    }

    private static Card service(Scorecard.Card service, ScorecardView view) {
        return new Card(
                view.name(service.service()).orElse(null),
                service.reports(),
                service.average(),
                service.trend().getFirst().peers(),
                service.missing().stream().map(Missing::of).toList());
    }
}

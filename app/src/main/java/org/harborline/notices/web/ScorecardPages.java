// SPDX-License-Identifier: Apache-2.0
package org.harborline.notices.web;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.harborline.notices.Scorecard;
import org.harborline.notices.Scorecards;
import org.harborline.platform.Actor;
import org.harborline.platform.NavigationItem;
import org.harborline.platform.Permission;
import org.harborline.platform.PlatformProblem;
import org.harborline.platform.ProblemException;
import org.harborline.platform.RecordRef;
import org.harborline.platform.Requires;
import org.harborline.registry.Organisations;
import org.harborline.registry.Provider;
import org.harborline.registry.ProviderId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A company's own scorecard in the portal.
@Controller
class ScorecardPages {

    static final String PATH = "/provider/scorecard";

    private final Scorecards scorecards;
    private final Organisations organisations;

    ScorecardPages(Scorecards scorecards, Organisations organisations) {
        this.scorecards = scorecards;
        this.organisations = organisations;
    }

    @GetMapping(PATH)
    @Requires(Permission.COMPANY_READ)
    String show(Actor actor, @RequestParam(required = false) @Nullable YearMonth month, Model model) {
        Provider company = company(organisations, actor);
        new ScorecardView(company, PATH)
                .fill(scorecards.of(actor, company.id(), Optional.ofNullable(month)), scorecards.useful(actor), model);
        return "notices/scorecard";
    }

    /// The same as a table.
    @GetMapping(PATH + "/file")
    @Requires(Permission.COMPANY_READ)
    ResponseEntity<byte[]> file(Actor actor, @RequestParam YearMonth month) {
        Provider company = company(organisations, actor);
        Scorecard card = scorecards.of(actor, company.id(), Optional.of(month));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("scorecard-" + month + ".csv")
                                .build()
                                .toString())
                .body(ScorecardFile.of(card, new ScorecardView(company, PATH)).getBytes(StandardCharsets.UTF_8));
    }

    /// The company that somebody, or a machine, acts for.
    static Provider company(Organisations organisations, Actor actor) {
        RecordRef party = actor.party();
        if (party == null || !party.kind().equals("provider")) {
            throw new ProblemException(PlatformProblem.NOT_FOUND);
        }
        return organisations
                .findProvider(actor, new ProviderId(UUID.fromString(party.id())))
                .orElseThrow(() -> new ProblemException(PlatformProblem.NOT_FOUND));
    }

    @Configuration(proxyBeanMethods = false)
    static class Links {
        @Bean
        NavigationItem ownScorecardLink() {
            return new NavigationItem("notices.scorecard.title", PATH, 25, Permission.COMPANY_READ, false);
        }

        @Bean
        NavigationItem scorecardsLink() {
            return new NavigationItem(
                    "notices.scorecards.title", StaffScorecardPages.PATH, 340, Permission.REGISTRY_READ, true);
        }
    }
}
